import { askToCall, isInThread } from "@/components/call/permission/ask-to-call";
import { callNow } from "@/components/call/permission/call-now";
import { notify } from "@/components/ui/notify";
import type { PermissionNews } from "@/lib/calls/client/permission/permissions";
import { refusalWords } from "@/lib/calls/client/permission/refusal";
import { allowedWords, wantedWords } from "@/lib/calls/client/permission/words";

/**
 * Tells a person in passing what has become of permissions, and asks for one when a call was not
 * begun for want of it.
 *
 * @param openThread - shows the chat of a match
 */
export function tellOfPermission(news: PermissionNews, openThread: (matchId: string) => void) {
  const { matchId, kind, name } = news;
  const id = `call-permission:${matchId}`;
  switch (news.what) {
    case "refused":
      if (news.why === "off") return void notify(refusalWords(news), { id });
      if (!news.byServer) return void askToCall(news);
      return void notify(refusalWords(news), {
        id,
        action: { label: "Ask", onClick: () => void askToCall(news) },
      });
    case "asked":
      if (isInThread(matchId)) return;
      return void notify(wantedWords(name, kind), {
        id,
        action: { label: "Answer", onClick: () => openThread(matchId) },
      });
    case "allowed":
      if (isInThread(matchId)) return;
      return void notify(allowedWords(name, kind), {
        id,
        action: { label: "Call now", onClick: () => void callNow(matchId, kind) },
      });
  }
}
