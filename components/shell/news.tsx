"use client";

import { MissedCalls } from "@/components/call/missed-calls";
import { PermissionWatch } from "@/components/call/permission/permission-watch";
import { MatchNews } from "@/components/discover/match-news";
import { AccountNews } from "@/components/shell/account-news";
import { BadgeWatch } from "@/components/shell/badge-watch";

/** Whatever a person is told of on every page. */
export function News() {
  return (
    <>
      <BadgeWatch />
      <MatchNews />
      <AccountNews />
      <MissedCalls />
      <PermissionWatch />
    </>
  );
}
