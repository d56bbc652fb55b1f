import { cx } from "@/components/ui/class-names";
import type { EvidenceMessage, ReportView } from "@/lib/reports/report-view";
import { toDate } from "@/lib/time/instant";
import { clockTime, dateWords, type Place } from "@/lib/time/words";

interface EvidenceProps {
  report: ReportView;
  now: Date;
  place: Place;
}

/** The profile and the conversation as they were when somebody reported. */
export function Evidence({ report, now, place }: EvidenceProps) {
  const { evidence } = report;
  if (!evidence) {
    return <p className="text-ink-soft">One of the two is deleted, and the evidence with them.</p>;
  }
  const { profile, messages } = evidence;
  const facts = [
    `${profile.age} years old`,
    profile.occupation,
    profile.hometown && `from ${profile.hometown}`,
    profile.has_picture ? "with a picture" : "without a picture",
    `here since ${dateWords(toDate(profile.since), now, place)}`,
  ].filter(Boolean);
  return (
    <>
      <h3 className="text-lg font-bold tracking-tight">Profile</h3>
      <p className="mt-1 text-ink-soft">{facts.join(", ")}</p>
      {profile.bio ? (
        <p dir="auto" className="mt-2 rounded-2xl bg-sunken px-4 py-3 whitespace-pre-line">
          {profile.bio}
        </p>
      ) : null}
      {profile.interests.length > 0 ? (
        <p className="mt-2 text-ink-soft">Likes {profile.interests.join(", ")}</p>
      ) : null}
      <h3 className="mt-6 text-lg font-bold tracking-tight">Latest messages</h3>
      {messages.length === 0 ? (
        <p className="mt-1 text-ink-soft">None: they did not write, or it was not about a chat.</p>
      ) : (
        <ol aria-label="Latest messages" className="mt-2 flex flex-col gap-1.5">
          {messages.map((message) => (
            <Line
              key={`${message.at} ${message.from} ${message.body}`}
              message={message}
              name={nameOf(message, report)}
              at={`${dateWords(toDate(message.at), now, place)}, ${clockTime(toDate(message.at), place)}`}
            />
          ))}
        </ol>
      )}
    </>
  );
}

function Line({ message, name, at }: { message: EvidenceMessage; name: string; at: string }) {
  const isTheirs = message.from === "reported";
  return (
    <li
      className={cx(
        "max-w-[88%] rounded-2xl px-4 py-2",
        isTheirs ? "self-start bg-theirs text-on-theirs" : "self-end bg-sunken",
      )}
    >
      <p className={cx("text-xs", isTheirs ? "text-on-theirs-soft" : "text-ink-soft")}>
        <span className="font-semibold">{name}</span>, {at}
      </p>
      <p dir="auto" className="wrap-anywhere whitespace-pre-line">
        {wordsOf(message)}
      </p>
    </li>
  );
}

function nameOf({ from }: EvidenceMessage, { reported, reporter }: ReportView): string {
  if (from === "other") return "Somebody else";
  return (from === "reported" ? reported : reporter)?.name ?? "Former member";
}

function wordsOf({ kind, body, seconds, deleted }: EvidenceMessage): string {
  if (deleted) return body === null ? "Message deleted" : `${body}\n(deleted by them since)`;
  if (kind === "voice_note") return `Voice note, ${seconds ?? 0} s`;
  if (kind === "call") return "A call";
  return body ?? "";
}
