import { RecentSkeleton } from "@/components/phone/recent/recent-skeleton";

export default function LoadingRecent() {
  return <RecentSkeleton />;
}
