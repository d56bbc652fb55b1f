import type { NetworkReport } from "./channels.ts";

/** From 1, hardly usable, to 5, as good as it gets. */
export interface QualityLevels {
  level: number;
  audio: { send: number; recv: number };
  video: { send: number; recv: number };
}

/** The worst that each level from 5 down to 2 still is: share of packets lost, seconds there and back. */
const limits = [
  { level: 5, lost: 0.02, rtt: 0.2 },
  { level: 4, lost: 0.05, rtt: 0.3 },
  { level: 3, lost: 0.1, rtt: 0.5 },
  { level: 2, lost: 0.2, rtt: 1 },
];

/** Rates a browser's connection by what it reports of it. */
export function rate({ ice, audio, video }: NetworkReport): QualityLevels {
  const rtt = ice.rtt ?? 0;
  const send = levelOf(0, rtt);
  const heard = levelOf(audio.recv.fractionLost ?? 0, rtt);
  const seen = levelOf(video.recv.fractionLost ?? 0, rtt);
  return {
    level: Math.min(send, heard, seen),
    audio: { send, recv: heard },
    video: { send, recv: seen },
  };
}

function levelOf(lost: number, rtt: number): number {
  return limits.find((limit) => lost <= limit.lost && rtt <= limit.rtt)?.level ?? 1;
}
