"use client";

import { useRef } from "react";
import { usePermission } from "@/components/call/permission/use-permission";
import { useSurface } from "@/components/call/use-surface";
import type { MatchPermission } from "@/lib/calls/client/permission/types";

const fetchContent = async () =>
  (await import("@/components/call/permission/permission-card-content")).PermissionCardContent;

// What went wrong with one request says nothing of the next.
const newsKey = ({ matchId, wanted, allowed, asked }: MatchPermission) =>
  [matchId, wanted, allowed, asked].join();

/** What is asked or answered about calls, above the composer of the chat; read out when it comes. */
export function PermissionCard({ matchId }: { matchId: string }) {
  const permission = usePermission(matchId);
  const place = useRef<HTMLDivElement>(null);
  const isNews = Boolean(permission?.wanted || permission?.allowed || permission?.asked);
  const Content = useSurface(isNews, fetchContent);
  return (
    <div ref={place} tabIndex={-1} aria-live="polite" className="outline-none">
      {Content && isNews && permission ? (
        // The button that was pressed goes, and with it the focus.
        <Content key={newsKey(permission)} {...permission} onDone={() => place.current?.focus()} />
      ) : null}
    </div>
  );
}
