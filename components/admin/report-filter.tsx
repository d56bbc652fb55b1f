import { LinkChips } from "@/components/admin/link-chips";

/** Which reports the list shows. */
export const reportViews = [
  { key: "waiting", name: "Waiting", states: ["open", "reviewing"] },
  { key: "actioned", name: "Acted on", states: ["actioned"] },
  { key: "dismissed", name: "Dismissed", states: ["dismissed"] },
  { key: "all", name: "All", states: undefined },
] as const;

const links = reportViews.map(({ key, name }) => ({
  key,
  name,
  href: key === "waiting" ? "/admin/reports" : `/admin/reports?view=${key}`,
}));

/** Links to the views of the list. */
export function ReportFilter({ current }: { current: string }) {
  return <LinkChips label="Reports" links={links} current={current} />;
}
