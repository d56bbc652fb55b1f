/** What is set in the dashboard of a hosted project; may be changed while the sandbox runs. */
export interface ProjectSettings {
  /** Realtime: `Allow public access`. */
  publicChannels: boolean;
  /** Auth: `Allow new users to sign up`. */
  signUp: boolean;
}

/** As the app wants them, not as a new project begins. */
export const closedProject: ProjectSettings = { publicChannels: false, signUp: false };
