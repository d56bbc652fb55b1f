import type * as Video from "twilio-video";
import { installSandbox } from "../../../browser.ts";
import { type Inbound, readInbound, until } from "./reception.ts";

declare global {
  var guest: PageGuest;
}

/** The script's one global, which the voice SDK calls the same. */
const sdk = () => (globalThis as unknown as { Twilio: { Video: typeof Video } }).Twilio.Video;

export type GuestOptions = Pick<
  Video.ConnectOptions,
  "name" | "bandwidthProfile" | "dominantSpeaker" | "networkQuality" | "preferredVideoCodecs"
> & {
  audio?: boolean;
  video?: boolean;
  /**
   * Sends a drawing in place of the camera: all pages share Chromium's one fake camera, which now and
   * then stops for good when as many as six hold on to its pictures.
   */
  isDrawn?: boolean;
};

/** The fake microphone has no need of the processing that would take most of a core. */
const rawSound = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

interface PeerConnectionManager {
  _peerConnections: Map<
    string,
    { _peerConnection: { _peerConnection: RTCPeerConnection }; _initiateIceRestart(): void }
  >;
}

/** What one guest has met with, in order, such as `trackSubscribed bob camera`. */
export interface GuestState {
  events: string[];
  error: { code: number; message: string } | null;
  sid: string | null;
}

type Person = Video.RemoteParticipant;
type Kind = Pick<Video.Track, "kind">;

/** A good deal more than the noise of silence, summed up over time. */
const audible = 1e-5;

/** Six people's cameras and screens are a lot for two cores: slow is not lost. */
const crowdPatienceMs = 75_000;

/** A track of a picture that changes all the time, so many times a second. */
function draw(name: string, frameRate: number): Video.LocalVideoTrack {
  const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
  const context = canvas.getContext("2d");
  let hue = 0;
  const paint = () => {
    if (!context) return;
    hue += 7;
    context.fillStyle = `hsl(${hue} 60% 50%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  };
  paint();
  setInterval(paint, 900 / frameRate);
  const [track] = canvas.captureStream(frameRate).getVideoTracks();
  if (!track) throw new Error("The canvas has no track");
  return new (sdk().LocalVideoTrack)(track, { name, logLevel: "error" });
}

/** Somebody in a video room by the unmodified SDK, driven from the test. */
class PageGuest {
  readonly state: GuestState = { events: [], error: null, sid: null };
  room: Video.Room | undefined;

  /** Joins with camera and microphone, but for what is switched off. */
  async connect(
    token: string,
    { audio = true, video = true, isDrawn = false, ...options }: GuestOptions = {},
  ): Promise<void> {
    const { connect, createLocalAudioTrack } = sdk();
    const media = async () =>
      isDrawn
        ? { tracks: [await createLocalAudioTrack(rawSound), draw("camera", 5)] }
        : {
            audio: audio && rawSound,
            video: video && { width: 640, height: 360, frameRate: 15 },
          };
    try {
      this.room = await connect(token, { ...(await media()), ...options });
    } catch (error) {
      this.#failed(error);
      return;
    }
    this.state.sid = this.room.sid;
    this.#watch(this.room);
  }

  /** Publishes a moving picture of its own beside the camera. */
  async share(name: string): Promise<void> {
    await this.#me.publishTrack(draw(name, 15));
  }

  unshare(name: string): void {
    for (const { trackName, track } of this.#me.videoTracks.values()) {
      if (trackName === name) this.#me.unpublishTrack(track);
    }
  }

  setEnabled(kind: "audio" | "video", enabled: boolean): void {
    for (const { track } of this.#me[`${kind}Tracks`].values()) {
      if (enabled) track.enable();
      else track.disable();
    }
  }

  /** Pictures decoded so far of one of somebody's tracks; 0 before there is any. */
  async frames(identity: string, index = 0): Promise<number> {
    return (await this.#inbound(identity, "video", index))?.framesDecoded ?? 0;
  }

  async see(identity: string, index: number, frames: number): Promise<void> {
    const goal = (await this.frames(identity, index)) + frames;
    await until(
      async () => (await this.frames(identity, index)) >= goal,
      () => this.#tell(identity, "video", index, `${goal} frames`),
    );
  }

  async hear(identity: string): Promise<void> {
    const goal = (await this.energy(identity)) + audible;
    await until(
      async () => (await this.energy(identity)) >= goal,
      () => this.#tell(identity, "audio", 0, `an energy of ${goal}`),
    );
  }

  /** Waits until so many pictures, and sound, of each of them have come: one look for all. */
  async meet(identities: readonly string[], frames: number): Promise<void> {
    const look = async () => {
      const reports = await this.#reports();
      return identities.map((identity) => ({
        identity,
        frames: this.#pick(reports, identity, "video", 0)?.framesDecoded ?? 0,
        energy: this.#pick(reports, identity, "audio", 0)?.totalAudioEnergy ?? 0,
      }));
    };
    const before = new Map((await look()).map((each) => [each.identity, each]));
    const waitedFor = async () =>
      (await look()).filter(({ identity, ...now }) => {
        const start = before.get(identity) ?? { frames: 0, energy: 0 };
        return now.frames < start.frames + frames || now.energy < start.energy + audible;
      });
    await until(
      async () => (await waitedFor()).length === 0,
      async () => {
        const missing = (await waitedFor()).flatMap(({ identity }) => [
          this.#tell(identity, "video", 0, `${frames} frames`),
          this.#tell(identity, "audio", 0, "sound"),
        ]);
        return (await Promise.all(missing)).join("\n");
      },
      crowdPatienceMs,
    );
  }

  /** Puts somebody's picture on the page. */
  show(identity: string): void {
    const track = this.#publication(identity, "video", 0)?.track;
    if (track?.kind === "video") document.body.append(track.attach());
  }

  hide(identity: string): void {
    const track = this.#publication(identity, "video", 0)?.track;
    if (track?.kind === "video") for (const element of track.detach()) element.remove();
  }

  /** Waits until no picture of somebody's has come for half a second. */
  async rest(identity: string): Promise<void> {
    await until(async () => {
      const before = await this.frames(identity);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (await this.frames(identity)) === before;
    });
  }

  sections(): number {
    const [connection] = this.#connections;
    return connection?.remoteDescription?.sdp.match(/^m=/gm)?.length ?? 0;
  }

  async size(identity: string, index = 0): Promise<string> {
    const { frameWidth = 0, frameHeight = 0 } =
      (await this.#inbound(identity, "video", index)) ?? {};
    return `${frameWidth}x${frameHeight}`;
  }

  async energy(identity: string): Promise<number> {
    return (await this.#inbound(identity, "audio", 0))?.totalAudioEnergy ?? 0;
  }

  get #me(): Video.LocalParticipant {
    if (!this.room) throw new Error("Not in a room");
    return this.room.localParticipant;
  }

  #publication(identity: string, kind: "audio" | "video", index: number) {
    const people = [...(this.room?.participants.values() ?? [])];
    const person = people.find((each) => each.identity === identity);
    return [...(person?.[`${kind}Tracks`].values() ?? [])][index];
  }

  async #inbound(identity: string, kind: "audio" | "video", index: number) {
    return this.#pick(await this.#reports(), identity, kind, index);
  }

  #reports(): Promise<Inbound[]> {
    return readInbound(this.#connections);
  }

  #pick(reports: readonly Inbound[], identity: string, kind: "audio" | "video", index: number) {
    const id = this.#publication(identity, kind, index)?.track?.mediaStreamTrack.id;
    return reports.find((report) => report.trackIdentifier === id && report.kind === kind);
  }

  /** How one of somebody's tracks fares, in words for a failure. */
  async #tell(identity: string, kind: "audio" | "video", index: number, goal: string) {
    const publication = this.#publication(identity, kind, index);
    return JSON.stringify({
      for: `${goal} of ${identity}`,
      publication: publication && {
        isSubscribed: publication.isSubscribed,
        isTrackEnabled: publication.isTrackEnabled,
        isSwitchedOff: publication.track?.isSwitchedOff,
      },
      connections: this.#connections.map((each) => [
        each.connectionState,
        each.iceConnectionState,
        each.signalingState,
      ]),
      inbound: await this.#inbound(identity, kind, index),
      events: this.state.events,
    });
  }

  /** Does what the SDK does on a lost media path, and waits until the answer has come. */
  async restartIce(): Promise<void> {
    const [connection] = this.#connections;
    if (!connection) throw new Error("Not connected");
    const before = connection.remoteDescription?.sdp;
    this.#manager._peerConnections.values().next().value?._initiateIceRestart();
    await until(async () => connection.remoteDescription?.sdp !== before);
  }

  /** The SDK keeps its peer connections to itself. */
  get #manager(): PeerConnectionManager {
    const room = this.room as unknown as {
      _signaling: { _peerConnectionManager: PeerConnectionManager };
    };
    return room._signaling._peerConnectionManager;
  }

  get #connections(): RTCPeerConnection[] {
    const all = [...this.#manager._peerConnections.values()];
    return all.map(({ _peerConnection }) => _peerConnection._peerConnection);
  }

  #watch(room: Video.Room): void {
    const note = (...words: string[]) => this.state.events.push(words.join(" "));
    // The SDK's types have an overload for each event, and none for several.
    const on = (name: string, listener: (...args: never[]) => void) =>
      (room as NodeJS.EventEmitter).on(name, listener as (...args: unknown[]) => void);
    for (const name of ["Connected", "Disconnected", "Reconnecting", "Reconnected"]) {
      on(`participant${name}`, ({ identity }: Person) => note(`participant${name}`, identity));
    }
    for (const name of ["Published", "Unpublished", "Enabled", "Disabled"]) {
      on(`track${name}`, ({ kind }: Kind, { identity }: Person) =>
        note(`track${name}`, identity, kind),
      );
    }
    for (const name of ["Unsubscribed", "SwitchedOff", "SwitchedOn"]) {
      on(`track${name}`, ({ kind }: Kind, _: unknown, { identity }: Person) =>
        note(`track${name}`, identity, kind),
      );
    }
    room.on("trackSubscribed", (track, _publication, { identity }) => {
      note("trackSubscribed", identity, track.kind);
      // Sound is decoded only when it is played.
      if (track.kind === "audio") document.body.append(track.attach());
    });
    room.on("reconnecting", () => note("reconnecting"));
    room.on("reconnected", () => note("reconnected"));
    room.on("dominantSpeakerChanged", (speaker) => note("dominant", speaker?.identity ?? "nobody"));
    const rate = (person: Person | Video.LocalParticipant) =>
      person.on("networkQualityLevelChanged", (level: number) =>
        note("quality", person.identity, `${level}`),
      );
    rate(room.localParticipant);
    for (const person of room.participants.values()) rate(person);
    room.on("participantConnected", rate);
    room.on("disconnected", (_room, error) => {
      note("disconnected");
      if (error) this.#failed(error);
    });
    for (const { identity } of room.participants.values()) note("participantConnected", identity);
  }

  #failed(error: unknown): void {
    const { code = 0, message = String(error) } = error as { code?: number; message?: string };
    this.state.error = { code, message };
  }
}

const sandbox = new URL(location.href).searchParams.get("sandbox");
if (sandbox) installSandbox(sandbox);
globalThis.guest = new PageGuest();
