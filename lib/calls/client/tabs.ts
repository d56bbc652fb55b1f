type TabRole = "owner" | "follower";

type Message<State, Command> =
  | { type: "hello" }
  | { type: "state"; state: State }
  | { type: "command"; command: Command };

export interface TabOptions<State, Command> {
  /** Tabs of one name belong together. */
  name: string;
  locks: LockManager;
  openChannel(name: string): BroadcastChannel;
  /** What the owner shows the others. */
  getState(): State;
  /** This tab became the owner, or lost the lock to another. */
  onRole(role: TabRole): void;
  /** A follower's copy of the owner's state. */
  onState(state: State): void;
  /** A follower asked the owner for something. */
  onCommand(command: Command): void;
}

export interface Tabs<State, Command> {
  role(): TabRole;
  publish(state: State): void;
  /** Runs the command here if this tab is the owner, otherwise there. */
  send(command: Command): void;
  /** Makes this tab the owner now; resolves when it is. */
  takeOver(): Promise<void>;
  /** Whether an owner answers within so many milliseconds. A frozen tab holds its lock but is mute. */
  ownerAnswers(timeoutMs: number): Promise<boolean>;
  stop(): void;
}

/**
 * Elects one tab of a browser by a Web Lock; the others mirror its state over a BroadcastChannel
 * and take over, in turn, when it closes.
 */
export function joinTabs<State, Command>(
  options: TabOptions<State, Command>,
): Tabs<State, Command> {
  const { name, locks, onRole, onState, onCommand } = options;
  const channel = options.openChannel(name);
  const post = (message: Message<State, Command>) => channel.postMessage(message);
  const answers = new Set<() => void>();
  let role: TabRole = "follower";
  let release: (() => void) | null = null;
  let queued = new AbortController();
  let stopped = false;

  function become(next: TabRole) {
    if (role === next) return;
    role = next;
    onRole(next);
    if (next === "owner") post({ type: "state", state: options.getState() });
  }

  async function hold(lock: LockOptions, granted?: () => void) {
    try {
      await locks.request(name, lock, () => {
        if (stopped) return;
        const held = new Promise<void>((resolve) => {
          release = resolve;
        });
        become("owner");
        granted?.();
        return held;
      });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
      if (lock.signal?.aborted || stopped) return;
      // Another tab took the lock: wait in line to get it back.
      release = null;
      become("follower");
      wait();
    }
  }

  function wait() {
    queued = new AbortController();
    void hold({ signal: queued.signal });
  }

  channel.onmessage = ({ data }: MessageEvent<Message<State, Command>>) => {
    if (data.type === "state" && role === "follower") {
      for (const answer of [...answers]) answer();
      onState(data.state);
    }
    if (role !== "owner") return;
    if (data.type === "hello") post({ type: "state", state: options.getState() });
    if (data.type === "command") onCommand(data.command);
  };
  post({ type: "hello" });
  wait();

  return {
    role: () => role,
    publish(state) {
      if (role === "owner" && !stopped) post({ type: "state", state });
    },
    send(command) {
      if (role === "owner") onCommand(command);
      else post({ type: "command", command });
    },
    takeOver() {
      if (role === "owner") return Promise.resolve();
      queued.abort();
      return new Promise((resolve) => void hold({ steal: true }, resolve));
    },
    ownerAnswers(timeoutMs) {
      if (role === "owner") return Promise.resolve(true);
      return new Promise((resolve) => {
        const done = (answered: boolean) => {
          clearTimeout(timer);
          answers.delete(yes);
          resolve(answered);
        };
        const yes = () => done(true);
        const timer = setTimeout(done, timeoutMs, false);
        answers.add(yes);
        post({ type: "hello" });
      });
    },
    stop() {
      stopped = true;
      queued.abort();
      release?.();
      channel.onmessage = null;
      channel.close();
    },
  };
}
