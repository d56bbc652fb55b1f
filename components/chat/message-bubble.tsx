import { Check, CheckCheck } from "lucide-react";
import { memo, useRef } from "react";
import { OptionsButton } from "@/components/chat/actions/options-button";
import { useLongPress } from "@/components/chat/actions/use-long-press";
import type { OpenMessageMenu } from "@/components/chat/actions/use-message-menu";
import { MessageAuthor } from "@/components/chat/message-author";
import { MessageText } from "@/components/chat/message-text";
import { VoiceNote } from "@/components/chat/voice-notes/voice-note";
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
  /** What became of it, in words: of the viewer's latest, and of the latest that was seen. */
  status?: string | undefined;
  /** Names it for whoever cannot see it. */
  words: string;
  /** Of all that can be answered it is the newest. */
  newest: boolean;
  menuOpen: boolean;
  openMenu: OpenMessageMenu;
  /** With what it was answered. */
  reactions?: React.ReactNode;
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

const deletedClass =
  "max-w-[82%] rounded-bubble px-3.5 py-2 text-ink-soft italic outline-1 -outline-offset-1 outline-line md:max-w-md";

export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps) {
  const { message, mine, first, last, author, status } = props;
  const { place } = useClock();
  const bubble = useRef<HTMLDivElement>(null);
  const openMenu = (held: boolean) => {
    if (bubble.current && !message.deleted) props.openMenu(message.id, bubble.current, held);
  };
  const holding = useLongPress(() => openMenu(true));
  const read = status?.startsWith("Seen");
  const Icon = read ? CheckCheck : Check;
  const named = author !== undefined && first;
  return (
    <>
      {named ? <MessageAuthor id={message.senderId} name={author} /> : null}
      <div
        className={cx(
          "group/message flex w-full items-center",
          mine && "flex-row-reverse",
          first && !named ? "mt-2.5" : "mt-0.5",
        )}
      >
        <div
          ref={bubble}
          {...holding}
          className={cx(
            message.deleted ? deletedClass : bubbleClass(mine, first, last),
            "min-w-0 pointer-coarse:select-none pointer-coarse:[-webkit-touch-callout:none]",
          )}
        >
          <Content message={message} mine={mine} />
        </div>
        {message.deleted ? null : (
          <OptionsButton
            words={props.words}
            open={props.menuOpen}
            entry={props.newest}
            onClick={() => openMenu(false)}
          />
        )}
      </div>
      {props.reactions}
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

function Content({ message, mine }: Pick<MessageBubbleProps, "message" | "mine">) {
  if (message.deleted) return "Message deleted";
  if (message.note) return <VoiceNote id={message.id} note={message.note} mine={mine} />;
  return <MessageText text={message.body ?? ""} />;
}
