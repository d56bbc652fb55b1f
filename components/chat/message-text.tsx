import { linkify } from "@/lib/chat/links";

/** The words of a message, with web addresses as links. */
export function MessageText({ text }: { text: string }) {
  let offset = 0;
  return (
    <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {linkify(text).map((segment) => {
        const key = offset;
        offset += segment.text.length;
        return segment.href ? (
          <a
            key={key}
            href={segment.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="underline decoration-1 underline-offset-3"
          >
            {segment.text}
            {segment.host ? ` (${segment.host})` : null}
          </a>
        ) : (
          segment.text
        );
      })}
    </p>
  );
}
