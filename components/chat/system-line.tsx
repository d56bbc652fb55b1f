/** Something that happened in a group. */
export function SystemLine({ words }: { words: string }) {
  return (
    <p
      dir="auto"
      className="my-2.5 max-w-[86%] self-center text-center text-[0.8125rem] text-ink-soft [overflow-wrap:anywhere]"
    >
      {words}
    </p>
  );
}
