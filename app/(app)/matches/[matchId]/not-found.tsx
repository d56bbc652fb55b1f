import { ThreadUnavailable } from "@/components/chat/thread-unavailable";

export default function ThreadNotFound() {
  return <ThreadUnavailable unreachable={false} />;
}
