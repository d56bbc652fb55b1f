/** The longest voice note, in seconds; the database holds it too. */
export const maxSeconds = 120;

/** The largest one, in bytes: two minutes at 128 kbit/s, what Safari may record at. */
export const maxBytes = 2 * 1024 * 1024;

/** In how many parts its loudness is told, at most. */
export const maxPeaks = 64;

/** What it may be sent as, without codecs; all current browsers record one of these. */
export const soundTypes = ["audio/webm", "audio/mp4", "audio/ogg"] as const;
