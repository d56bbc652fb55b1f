"use client";

import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { browserPlace } from "@/lib/time/place";

interface Hours {
  /** HH:MM; both or none. */
  quiet_from: string | null;
  quiet_to: string | null;
  /** IANA name. */
  time_zone: string;
}

interface QuietHoursProps {
  from: string | null;
  to: string | null;
  onChange: (hours: Hours) => void;
}

const usual = { from: "22:00", to: "07:00" };

/** Hours in which a person's devices stay silent, by the clock where they set it. */
export function QuietHours({ from, to, onChange }: QuietHoursProps) {
  const isOn = from !== null && to !== null;
  const say = (quiet_from: string | null, quiet_to: string | null) =>
    onChange({ quiet_from, quiet_to, time_zone: browserPlace().timeZone });
  return (
    <>
      <Switch
        label="Quiet hours"
        hint="Nothing comes to your devices then, not even calls."
        checked={isOn}
        onCheckedChange={(on) => (on ? say(usual.from, usual.to) : say(null, null))}
      />
      {isOn ? (
        <div className="grid max-w-sm grid-cols-2 gap-4">
          <TimeField label="From" value={from} other={to} onTime={(time) => say(time, to)} />
          <TimeField label="To" value={to} other={from} onTime={(time) => say(from, time)} />
        </div>
      ) : null}
    </>
  );
}

interface TimeFieldProps {
  label: string;
  value: string;
  /** The time that it must not be: from and to the same would be no hours, or all of them. */
  other: string;
  onTime: (time: string) => void;
}

function TimeField({ label, value, other, onTime }: TimeFieldProps) {
  return (
    <TextField
      label={label}
      type="time"
      required
      defaultValue={value.slice(0, 5)}
      onBlur={({ target }) => {
        const time = target.value;
        if (time === value.slice(0, 5)) return;
        if (time === "" || time === other.slice(0, 5)) target.value = value.slice(0, 5);
        else onTime(time);
      }}
    />
  );
}
