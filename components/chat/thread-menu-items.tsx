import {
  Ban,
  Flag,
  HeartCrack,
  LifeBuoy,
  LogOut,
  PhoneIncoming,
  Smartphone,
  UserPlus,
  Users,
} from "lucide-react";
import { MenuItem } from "@/components/ui/menu";

/** What the menu of a thread leads to. */
export type ThreadTask =
  | "members"
  | "add"
  | "date"
  | "phone"
  | "permission"
  | "leave"
  | "block"
  | "report"
  | "safety";

interface ItemsProps {
  choose: (task: ThreadTask) => void;
}

export function PairItems({ choose }: ItemsProps) {
  return (
    <>
      <MenuItem onClick={() => choose("phone")}>
        <Smartphone aria-hidden="true" size={18} />
        Call by phone
      </MenuItem>
      <MenuItem onClick={() => choose("permission")}>
        <PhoneIncoming aria-hidden="true" size={18} />
        Who may call
      </MenuItem>
      <MenuItem onClick={() => choose("date")}>
        <Users aria-hidden="true" size={18} />
        Start a double date
      </MenuItem>
      <MenuItem onClick={() => choose("safety")}>
        <LifeBuoy aria-hidden="true" size={18} />
        Safety advice
      </MenuItem>
      <MenuItem onClick={() => choose("leave")} danger>
        <HeartCrack aria-hidden="true" size={18} />
        Unmatch
      </MenuItem>
      <MenuItem onClick={() => choose("block")} danger>
        <Ban aria-hidden="true" size={18} />
        Block
      </MenuItem>
      <MenuItem onClick={() => choose("report")} danger>
        <Flag aria-hidden="true" size={18} />
        Report
      </MenuItem>
    </>
  );
}

export function GroupItems({ choose }: ItemsProps) {
  return (
    <>
      <MenuItem onClick={() => choose("members")}>
        <Users aria-hidden="true" size={18} />
        Members
      </MenuItem>
      <MenuItem onClick={() => choose("add")}>
        <UserPlus aria-hidden="true" size={18} />
        Add people
      </MenuItem>
      <MenuItem onClick={() => choose("leave")} danger>
        <LogOut aria-hidden="true" size={18} />
        Leave group
      </MenuItem>
    </>
  );
}
