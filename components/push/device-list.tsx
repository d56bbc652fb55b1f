"use client";

import { MonitorSmartphone } from "lucide-react";
import { useClock } from "@/components/shell/clock";
import { dayWords } from "@/lib/time/words";

interface DeviceListProps {
  devices: readonly { id: string; device: string; created_at: string }[];
}

/** The browsers that a person has switched notifications on in. */
export function DeviceList({ devices }: DeviceListProps) {
  const { now, place } = useClock();
  return (
    <ul className="flex flex-col gap-3">
      {devices.map(({ id, device, created_at }) => (
        <li key={id} className="flex items-center gap-3">
          <MonitorSmartphone aria-hidden="true" size={20} className="shrink-0 text-ink-soft" />
          <span className="min-w-0 flex-1 truncate">{device}</span>
          <span className="text-sm text-ink-soft">
            since {dayWords(new Date(created_at), now, place).toLowerCase()}
          </span>
        </li>
      ))}
    </ul>
  );
}
