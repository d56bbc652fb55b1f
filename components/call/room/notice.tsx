import type { LucideIcon } from "lucide-react";

interface NoticeProps {
  Icon: LucideIcon;
  children: React.ReactNode;
  action?: { label: string; onClick: () => void };
}

/** One thing to know, over the pictures. */
export function Notice({ Icon, children, action }: NoticeProps) {
  return (
    <div className="pointer-events-auto flex max-w-lg animate-rise items-center gap-2.5 rounded-2xl bg-stage-raised px-4 py-2 text-on-stage shadow-high">
      <Icon aria-hidden="true" size={17} className="shrink-0 text-warn" />
      <p className="text-pretty">{children}</p>
      {action ? (
        <button
          type="button"
          onClick={action.onClick}
          className="-my-2 min-h-11 shrink-0 pl-1 font-semibold underline underline-offset-4"
        >
          {action.label}
        </button>
      ) : null}
    </div>
  );
}
