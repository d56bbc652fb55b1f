"use client";

import { useState } from "react";
import { useNeededPermission } from "@/components/call/permission/use-permission";
import { SelectField } from "@/components/ui/select-field";
import { Skeleton } from "@/components/ui/skeleton";
import { refreshPermissions } from "@/lib/calls/client/permission/permissions";
import type { CallPermission as Permission } from "@/lib/calls/client/permission/types";
import { permissionHint, permissionWords } from "@/lib/calls/client/permission/words";
import { callApi } from "@/lib/http/call-api";

const order = ["ask", "nobody", "voice", "video"] as const satisfies readonly Permission[];
const choices = order.map((value) => ({ value, words: permissionWords[value] }));

/** How the other person of a match may call: saved as soon as it is chosen. */
export function CallPermission({ matchId }: { matchId: string }) {
  const known = useNeededPermission(matchId);
  const [chosen, setChosen] = useState<Permission | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (!known) return <Skeleton className="h-20 w-full rounded-2xl" />;
  const shown = chosen ?? known.mine;

  async function choose(value: string) {
    const permission = order.find((one) => one === value);
    if (!permission) return;
    setChosen(permission);
    setProblem(null);
    const answer = await callApi("PUT", `/api/matches/${matchId}/call-permission`, { permission });
    if (answer.ok) await refreshPermissions();
    else setProblem(answer.error.message);
    setChosen((latest) => (latest === permission ? null : latest));
  }

  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label="Who may call"
        value={shown}
        onChange={(value) => void choose(value)}
        choices={choices}
      />
      <p role="status" className="text-sm text-pretty text-ink-soft">
        {permissionHint(shown, known.person.name)}
      </p>
      <p role="alert" className="text-sm font-medium text-danger empty:hidden">
        {problem}
      </p>
    </div>
  );
}
