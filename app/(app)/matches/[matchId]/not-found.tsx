import { ThreadGone } from "@/components/chat/thread-gone";

export default function ThreadNotFound() {
  return <ThreadGone />;
}
