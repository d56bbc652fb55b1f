import { Check, CheckCheck } from "lucide-react";
import { memo } from "react";
import { MessageAuthor } from "@/components/chat/message-author";
import { MessageText } from "@/components/chat/message-text";
import { useClock } from "@/components/shell/clock";
import { cx } from "@/components/ui/class-names";
import type { Message } from "@/lib/chat/types";
import { toDate } from "@/lib/time/instant";
import { clockTime } from "@/lib/time/words";

interface MessageBubbleProps {
  message: Message;
  mine: boolean;
  /** First and last of a group of messages by the same person. */
  first: boolean;
  last: boolean;
  /** Who wrote it, said above the first of a group's messages by the same person. */
  author?: string | undefined;
  /** What became of it, in words; only on the viewer's latest message. */
  status?: string | undefined;
}

/** Shape of a bubble: round, except where it touches the next of its group. */
export function bubbleClass(mine: boolean, first: boolean, last: boolean): string {
  return cx(
    "max-w-[82%] rounded-bubble px-3.5 py-2 md:max-w-md",
    mine ? "self-end bg-mine text-on-mine" : "self-start bg-theirs text-on-theirs",
    !first && (mine ? "rounded-tr-md" : "rounded-tl-md"),
    !last && (mine ? "rounded-br-md" : "rounded-bl-md"),
  );
}

export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps) {
  const { message, mine, first, last, author, status } = props;
  const { place } = useClock();
  const read = status?.startsWith("Read");
  const Icon = read ? CheckCheck : Check;
  const named = author !== undefined && first;
  return (
    <>
      {named ? <MessageAuthor id={message.senderId} name={author} /> : null}
      <div className={cx(bubbleClass(mine, first, last), first && !named ? "mt-2.5" : "mt-0.5")}>
        {message.deleted ? (
          <p className="italic opacity-80">Message deleted</p>
        ) : (
          <MessageText text={message.body ?? ""} />
        )}
      </div>
      {last || status ? (
        <p
          className={cx(
            "mt-1 flex items-center gap-1 px-1.5 text-2xs text-ink-soft",
            mine ? "self-end" : "self-start",
          )}
        >
          {clockTime(toDate(message.createdAt), place)}
          {status ? (
            <>
              <span aria-hidden="true">·</span>
              <span>{status}</span>
              <Icon aria-hidden="true" size={13} className={cx(read && "text-link")} />
            </>
          ) : null}
        </p>
      ) : null}
    </>
  );
});
