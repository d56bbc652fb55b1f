import { ThreadSkeleton } from "@/components/chat/thread-skeleton";

export default function LoadingThread() {
  return <ThreadSkeleton />;
}
