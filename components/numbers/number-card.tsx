"use client";

import type { CountryCode } from "libphonenumber-js/min";
import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { RuleItem } from "@/components/numbers/rule-item";
import type { OwnNumber, Rule } from "@/components/numbers/types";
import { Button } from "@/components/ui/button";

const RuleDialog = lazy(() =>
  import("@/components/numbers/rule-dialog").then((module) => ({ default: module.RuleDialog })),
);
const WordsDialog = lazy(() =>
  import("@/components/numbers/words-dialog").then((module) => ({ default: module.WordsDialog })),
);
const ReleaseDialog = lazy(() =>
  import("@/components/numbers/release-dialog").then((module) => ({
    default: module.ReleaseDialog,
  })),
);

type Task = "rename" | "greeting" | "release" | "add" | Rule;

interface NumberCardProps {
  number: OwnNumber;
  country: CountryCode;
}

/** One of the viewer's numbers: what it is called, says and does with its calls. */
export function NumberCard({ number, country }: NumberCardProps) {
  const [task, setTask] = useState<Task | null>(null);
  const { id, shown, name, rules } = number;
  const close = () => setTask(null);
  return (
    <section aria-label={shown} className="rounded-card bg-surface p-5 shadow-lift md:p-6">
      <h2 dir="auto" className="truncate text-xl font-bold tracking-tight tabular-nums">
        {name || shown}
      </h2>
      {name ? <p className="text-ink-soft tabular-nums">{shown}</p> : null}
      <div className="-mx-3 mt-1 flex flex-wrap">
        <Button look="ghost" className="px-3!" onClick={() => setTask("rename")}>
          Rename
        </Button>
        <Button look="ghost" className="px-3!" onClick={() => setTask("greeting")}>
          Greeting
        </Button>
        <Button look="ghost" className="px-3! text-danger!" onClick={() => setTask("release")}>
          Release
        </Button>
      </div>

      <h3 className="mt-4 mb-2 font-semibold">Forwarding</h3>
      {rules.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {rules.map((rule) => {
            const alike = rules.filter(({ condition }) => condition === rule.condition);
            return (
              <RuleItem
                key={rule.id}
                rule={rule}
                place={alike.indexOf(rule)}
                of={alike.length}
                onEdit={() => setTask(rule)}
              />
            );
          })}
        </ul>
      ) : (
        <p className="text-ink-soft">
          Calls ring here in Duet, and go to voicemail when you do not answer.
        </p>
      )}
      <Button look="outline" className="mt-3" onClick={() => setTask("add")}>
        <Plus aria-hidden="true" size={18} />
        Add rule
      </Button>

      <Suspense>
        {task === "rename" ? (
          <WordsDialog
            {...{ id, field: "name", value: name, maxLength: 60 }}
            onClose={close}
            title={`Rename ${shown}`}
            label="Name"
            hint="Only you see it: when a call comes in, and here."
          />
        ) : null}
        {task === "greeting" ? (
          <WordsDialog
            {...{ id, field: "greeting", value: number.greeting ?? "", maxLength: 300 }}
            onClose={close}
            title="Greeting"
            label="What callers hear before they leave a message"
            hint="Leave it empty for the usual words: your first name, and that you cannot take the call."
          />
        ) : null}
        {task === "release" ? <ReleaseDialog {...{ id, shown }} onClose={close} /> : null}
        {task === "add" ? (
          <RuleDialog numberId={id} country={country} onClose={close} />
        ) : typeof task === "object" && task ? (
          <RuleDialog numberId={id} country={country} rule={task} onClose={close} />
        ) : null}
      </Suspense>
    </section>
  );
}
