import { LinkChips } from "@/components/admin/link-chips";
import { spans } from "@/components/admin/operate/spans";

interface SpanChoiceProps {
  /** Path of the page, which takes the span as `hours`. */
  path: string;
  /** Key of the span that is shown. */
  current: string;
}

/** How far back a page for operators looks. */
export function SpanChoice({ path, current }: SpanChoiceProps) {
  const links = spans.map(({ key, name }) => ({ key, name, href: `${path}?hours=${key}` }));
  return <LinkChips label="How far back" links={links} current={current} />;
}
