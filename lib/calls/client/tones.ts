const names: Record<string, string> = { "*": "s", "#": "h" };
const players = new Map<string, HTMLAudioElement>();

/** Plays the tone of a telephone's key. A browser that holds the sound back stays silent. */
export function playTone(key: string): void {
  const player = players.get(key) ?? new Audio(`/sounds/dtmf${names[key] ?? key}.wav`);
  players.set(key, player);
  player.volume = 0.4;
  player.currentTime = 0;
  player.play().catch(() => undefined);
}
