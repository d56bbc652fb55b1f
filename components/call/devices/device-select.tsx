"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Select } from "@base-ui/react/select";
import { Check, ChevronsUpDown, type LucideIcon } from "lucide-react";
import type { MediaDeviceChoice } from "@/lib/calls/client/room/media/local-media-view";

interface DeviceSelectProps {
  label: string;
  icon: LucideIcon;
  devices: readonly MediaDeviceChoice[];
  /** Device id; null before it is known. */
  chosen: string | null;
  onChoose: (deviceId: string) => void;
  /** Stands where there is nothing to choose from. */
  placeholder: string;
}

/** The select takes an empty value for none at all. */
const toValue = (deviceId: string) => deviceId || "system";
const toDeviceId = (value: string) => (value === "system" ? "" : value);

/** Which device to use, from a list under a labelled button. */
export function DeviceSelect(props: DeviceSelectProps) {
  const { label, icon: Icon, devices, chosen, onChoose, placeholder } = props;
  const items = devices.map((device) => ({ value: toValue(device.deviceId), label: device.label }));
  return (
    // The popup would bring an inline style, against the Content-Security-Policy and not needed here.
    <CSPProvider disableStyleElements>
      <Select.Root
        items={items}
        value={devices.length > 0 && chosen !== null ? toValue(chosen) : null}
        onValueChange={(value) => {
          if (value !== null) onChoose(toDeviceId(value));
        }}
        disabled={devices.length === 0}
        modal={false}
      >
        <Select.Trigger
          aria-label={label}
          className="group flex min-h-13 w-full min-w-0 items-center gap-3 rounded-2xl bg-surface px-3.5 text-left shadow-[inset_0_0_0_1.5px_var(--line)] transition-shadow duration-150 hover:shadow-[inset_0_0_0_1.5px_var(--line-strong)] data-disabled:cursor-default data-popup-open:shadow-[inset_0_0_0_2px_var(--link)]"
        >
          <Icon aria-hidden="true" size={20} className="shrink-0 text-ink-soft" />
          <span className="min-w-0 flex-1 leading-tight">
            <span className="block text-xs font-medium text-ink-soft">{label}</span>
            <Select.Value
              placeholder={placeholder}
              className="block truncate text-[0.9375rem] font-semibold data-placeholder:font-medium data-placeholder:text-ink-soft"
            />
          </span>
          <Select.Icon className="shrink-0 text-ink-soft group-data-disabled:hidden">
            <ChevronsUpDown aria-hidden="true" size={18} />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner
            sideOffset={6}
            alignItemWithTrigger={false}
            className="z-60 outline-none select-none"
          >
            <Select.Popup className="max-h-(--available-height) w-(--anchor-width) max-w-(--available-width) origin-(--transform-origin) overflow-y-auto rounded-2xl bg-surface p-1.5 text-ink shadow-high outline-1 outline-line transition-[opacity,scale] duration-150 ease-out-soft data-ending-style:scale-95 data-ending-style:opacity-0 data-starting-style:scale-95 data-starting-style:opacity-0">
              {devices.map((device) => (
                <Select.Item
                  key={device.deviceId}
                  value={toValue(device.deviceId)}
                  className="flex min-h-11 cursor-pointer items-center gap-2 rounded-xl px-2.5 font-medium outline-none data-highlighted:bg-sunken"
                >
                  <span className="w-5 shrink-0">
                    <Select.ItemIndicator>
                      <Check aria-hidden="true" size={18} />
                    </Select.ItemIndicator>
                  </span>
                  <Select.ItemText className="min-w-0 py-2 leading-snug">
                    {device.label}
                  </Select.ItemText>
                </Select.Item>
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </CSPProvider>
  );
}
