"use client";

import { usePathname } from "next/navigation";
import { LinkChips } from "@/components/admin/link-chips";

const pages = [
  { key: "/admin", name: "Overview" },
  { key: "/admin/reports", name: "Reports" },
  { key: "/admin/calls", name: "Calls" },
  { key: "/admin/webhooks", name: "Webhooks" },
  { key: "/admin/sign-in", name: "Sign-in" },
  { key: "/admin/costs", name: "Costs" },
  { key: "/admin/limits", name: "Requests" },
  { key: "/admin/numbers", name: "Numbers" },
] as const;

/** The way between the pages for moderators and operators. */
export function AdminNav() {
  const path = usePathname();
  const current = pages.findLast(({ key }) => path === key || path.startsWith(`${key}/`));
  return (
    <LinkChips
      label="Administration"
      links={pages.map(({ key, name }) => ({ key, name, href: key }))}
      current={current?.key ?? "/admin"}
    />
  );
}
