import { expect, test } from "vitest";
import { complete, readSections, restrict } from "./sdp.ts";

const sdp = (...lines: string[]) => lines.map((line) => `${line}\r\n`).join("");

const session = ["v=0", "s=-", "a=group:BUNDLE 0 1 2"];
const sound = ["m=audio 9 UDP/TLS/RTP/SAVPF 111", "c=IN IP4 0.0.0.0", "a=mid:0"];
const picture = ["m=video 9 UDP/TLS/RTP/SAVPF 96", "c=IN IP4 0.0.0.0", "a=mid:1"];
const data = ["m=application 9 UDP/DTLS/SCTP webrtc-datachannel", "a=mid:2"];

test("a browser's sections are read with the tracks they carry", () => {
  const description = sdp(
    ...session,
    ...sound,
    "a=sendrecv",
    "a=msid:- microphone",
    "a=ssrc:11 cname:x",
    ...picture,
    "a=recvonly",
    ...data,
  );
  expect(readSections(description)).toEqual([
    { mid: "0", kind: "audio", sends: true, trackId: "microphone", ssrcs: [11] },
    { mid: "1", kind: "video", sends: false, trackId: null, ssrcs: [] },
  ]);
});

test("simulcast has an SSRC for each layer, the smallest picture first", () => {
  const layers = ["a=sendonly", "a=ssrc:1 cname:x", "a=ssrc:2 cname:x", "a=ssrc-group:SIM 1 2 3"];
  const [section] = readSections(sdp(...session, ...picture, ...layers));
  expect(section?.ssrcs).toEqual([1, 2, 3]);
});

test("an answer names its tracks and says how much may be sent, in the order SDP wants", () => {
  const text = complete(
    sdp(...session, ...sound, ...picture, ...data),
    new Map([["1", "MT1"]]),
    500,
  );
  expect(text).toBe(
    sdp(
      ...session,
      ...sound,
      "a=ptime:60",
      "m=video 9 UDP/TLS/RTP/SAVPF 96",
      "c=IN IP4 0.0.0.0",
      "b=AS:500",
      "a=mid:1",
      "a=msid:- MT1",
      ...data,
    ),
  );
});

test("of the feedback that a browser offers, requests for what was lost are left", () => {
  const kept = ["a=rtcp-fb:96 nack", "a=rtcp-fb:96 nack pli"];
  const offered = ["a=rtcp-fb:96 goog-remb", ...kept, "a=rtcp-fb:96 transport-cc"];
  expect(restrict(sdp(...picture, ...offered, "a=rtcp-mux"))).toBe(
    sdp(...picture, ...kept, "a=rtcp-mux"),
  );
});
