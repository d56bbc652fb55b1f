"use client";

import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { createMatchList, type MatchList, type MatchListState } from "@/lib/chat/match-list";
import type { MatchSummary } from "@/lib/chat/types";
import { connect } from "@/lib/supabase/connect";

const Context = createContext<MatchList | null>(null);

async function fetchMatches(): Promise<MatchSummary[]> {
  const [{ listMatches }, client] = await Promise.all([import("@/lib/chat/queries"), connect()]);
  return listMatches(client);
}

interface MatchesProviderProps {
  /** What the server has fetched; null when it could not. */
  initial: MatchSummary[] | null;
  children: React.ReactNode;
}

/** Keeps the list of matches live for the list and the open thread. */
export function MatchesProvider({ initial, children }: MatchesProviderProps) {
  const [list] = useState(() => createMatchList(fetchMatches, initial));
  useEffect(() => list.follow(), [list]);
  return <Context value={list}>{children}</Context>;
}

/** The live list and how to fetch it again. @throws Error outside MatchesProvider */
export function useMatches(): MatchListState & { refresh: () => Promise<void> } {
  const list = useContext(Context);
  if (!list) throw new Error("useMatches is for pages under /matches");
  const state = useSyncExternalStore(list.subscribe, list.getSnapshot, list.getSnapshot);
  return { ...state, refresh: list.refresh };
}
