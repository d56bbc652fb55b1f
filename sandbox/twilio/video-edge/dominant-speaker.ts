/** Weight of the newest measurement, four of which come a second. */
const newest = 0.15;

/** Energy of speech that is just loud enough, about -50 dB of full scale. */
const audible = 1e-5;

/** How much louder somebody else has to be to take over. */
const louder = 2.5;

/** Follows who speaks, without jumping at every cough. */
export class DominantSpeaker {
  #energies = new Map<string, number>();
  #current: string | null = null;

  /**
   * @param measured energy since the last call of everyone who could be heard, by any key
   * @returns the key of who speaks; of who spoke last while nobody does; null when nobody has
   */
  follow(measured: ReadonlyMap<string, number>): string | null {
    this.#energies = new Map(
      [...measured].map(([key, energy]) => {
        const before = this.#energies.get(key) ?? 0;
        return [key, before + newest * (energy - before)];
      }),
    );
    if (this.#current !== null && !measured.has(this.#current)) this.#current = null;
    const current = this.#current === null ? 0 : (this.#energies.get(this.#current) ?? 0);
    const threshold = Math.max(audible, current * louder);
    const [loudest] = [...this.#energies].sort(([, one], [, other]) => other - one);
    if (loudest && loudest[1] >= threshold) this.#current = loudest[0];
    return this.#current;
  }
}
