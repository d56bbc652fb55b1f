import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { type ApiFailure, callApi } from "@/lib/http/call-api";

type Request = Parameters<typeof callApi>;

/**
 * Something done through the API, after which the page shows the server's new state.
 *
 * @returns `run` answers whether it worked; it stays busy until the page is up to date
 */
export function useTask() {
  const router = useRouter();
  const [isCalling, setCalling] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  async function run(...request: Request): Promise<boolean> {
    setCalling(true);
    setFailure(null);
    const answer = await callApi(...request);
    setCalling(false);
    if (!answer.ok) setFailure(answer.error);
    else startRefresh(() => router.refresh());
    return answer.ok;
  }
  return { run, busy: isCalling || isRefreshing, failure, forget: () => setFailure(null) };
}
