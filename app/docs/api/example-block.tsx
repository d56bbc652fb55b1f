/** Text to be copied as it stands: a command, or JSON. */
export function ExampleBlock({ title, text }: { title: string; text: string }) {
  return (
    <figure className="mt-5">
      <figcaption className="font-semibold text-sm">{title}</figcaption>
      <pre className="mt-2 whitespace-pre-wrap break-all rounded-xl bg-sunken p-4 text-xs leading-relaxed">
        <code>{text}</code>
      </pre>
    </figure>
  );
}
