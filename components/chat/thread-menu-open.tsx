"use client";

import { EllipsisVertical } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { PermissionDialog } from "@/components/call/permission/permission-dialog";
import { BlockDialog } from "@/components/chat/block-dialog";
import { AddPeopleDialog } from "@/components/chat/group/add-people-dialog";
import { LeaveDialog } from "@/components/chat/group/leave-dialog";
import { MembersDialog } from "@/components/chat/group/members-dialog";
import { NewGroupDialog } from "@/components/chat/group/new-group-dialog";
import { GroupItems, PairItems, type ThreadTask } from "@/components/chat/thread-menu-items";
import { ReportDialog } from "@/components/safety/report-dialog";
import { iconButtonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import type { MatchSummary } from "@/lib/chat/types";

// It brings along how numbers are written in every country.
const CallByPhoneDialog = lazy(async () => ({
  default: (await import("@/components/phone/by-phone/call-by-phone-dialog")).CallByPhoneDialog,
}));

/** The thread's menu, open from the start, and the dialogs that it leads to. */
export function OpenThreadMenu({ match }: { match: MatchSummary }) {
  const [task, setTask] = useState<ThreadTask | null>(null);
  const [person] = match.people;
  const router = useRouter();
  const choose = (chosen: ThreadTask) => {
    if (chosen === "safety") router.push("/safety");
    else setTask(chosen);
  };
  const dialog = (name: ThreadTask) => ({
    open: task === name,
    onOpenChange: (open: boolean) => setTask(open ? name : null),
  });
  return (
    <>
      <Menu
        label="More"
        defaultOpen
        icon={<EllipsisVertical aria-hidden="true" size={22} />}
        className={iconButtonClass()}
      >
        {match.isGroup ? <GroupItems choose={choose} /> : <PairItems choose={choose} />}
      </Menu>
      {match.isGroup ? (
        <>
          <MembersDialog
            group={match}
            {...dialog("members")}
            onAdd={() => setTask("add")}
            onLeave={() => setTask("leave")}
          />
          {task === "add" ? <AddPeopleDialog group={match} {...dialog("add")} /> : null}
        </>
      ) : null}
      {task === "date" ? <NewGroupDialog matchId={match.id} {...dialog("date")} /> : null}
      {person && !match.isGroup ? (
        <PermissionDialog matchId={match.id} name={person.name} {...dialog("permission")} />
      ) : null}
      {person && !match.isGroup && task === "phone" ? (
        <Suspense>
          <CallByPhoneDialog matchId={match.id} person={person} {...dialog("phone")} />
        </Suspense>
      ) : null}
      {person && !match.isGroup ? <BlockDialog person={person} {...dialog("block")} /> : null}
      {person && !match.isGroup ? (
        <ReportDialog
          profileId={person.id}
          name={person.name}
          matchId={match.id}
          {...dialog("report")}
        />
      ) : null}
      <LeaveDialog match={match} {...dialog("leave")} />
    </>
  );
}
