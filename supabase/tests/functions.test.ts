import { expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { makeWorld } from "./support/world.ts";

const database = testDatabase(makeWorld);

/** Which functions each role of the API may execute, and nothing beside. */
const executable = {
  public: {
    add_to_group: ["service_role"],
    add_uses: ["service_role"],
    add_voice_note: ["service_role"],
    admit_code: ["service_role"],
    admit_request: ["service_role"],
    age_of: ["authenticated"],
    agree_to_recording: ["service_role"],
    alert_figures: ["service_role"],
    anonymise_account: ["service_role"],
    answer_call_request: ["service_role"],
    await_callee: ["service_role"],
    away: ["authenticated"],
    begin_call: ["service_role"],
    begin_extension_call: ["service_role"],
    begin_external_call: ["service_role"],
    begin_owned_call: ["service_role"],
    begin_phone_call: ["service_role"],
    begin_purge: ["service_role"],
    begin_relay_call: ["service_role"],
    begin_room_call: ["service_role"],
    call_figures: ["authenticated"],
    can_reach: ["service_role"],
    change_picture: ["service_role"],
    claim_alerts: ["service_role"],
    claim_call_alert: ["service_role"],
    claim_call_checks: ["service_role"],
    claim_call_request: ["service_role"],
    claim_message_alert: ["service_role"],
    claim_verification: ["service_role"],
    clear_away: ["service_role"],
    close_rooms: ["service_role"],
    consume_rate_limit: ["service_role"],
    count_requests: ["service_role"],
    decide: ["service_role"],
    delete_message: ["service_role"],
    discover: ["authenticated"],
    due_accounts: ["service_role"],
    end_stale_relays: ["service_role"],
    expel_from_rooms: ["service_role"],
    find_call: ["authenticated"],
    find_phone_call: ["service_role"],
    find_push_targets: ["service_role"],
    find_room: ["service_role"],
    finish_call_check: ["service_role"],
    finish_job_run: ["service_role"],
    forget_recording: ["service_role"],
    go_on_by_phone: ["service_role"],
    heartbeat: ["authenticated"],
    installation_report: ["service_role"],
    keep_account: ["service_role"],
    leave_match: ["service_role"],
    leave_room_call: ["service_role"],
    list_call_permissions: ["authenticated"],
    list_calls: ["authenticated"],
    list_matches: ["authenticated"],
    may_see: ["authenticated"],
    missed_calls: ["authenticated"],
    next_reach_step: ["service_role"],
    note_connection: ["service_role"],
    note_pushes: ["service_role"],
    open_relay: ["service_role"],
    operators_call: ["service_role"],
    operators_calls: ["service_role"],
    operators_costs: ["service_role"],
    operators_numbers: ["service_role"],
    operators_overview: ["service_role"],
    operators_requests: ["service_role"],
    operators_sign_in: ["service_role"],
    owned_call: ["service_role"],
    react: ["authenticated"],
    ready_for_calls: ["authenticated"],
    record_call_costs: ["service_role"],
    record_call_event: ["service_role"],
    record_recording: ["service_role"],
    record_transcript: ["service_role"],
    recording_not_started: ["service_role"],
    recordings_of: ["service_role"],
    release_call_checks: ["service_role"],
    release_number: ["service_role"],
    report_person: ["service_role"],
    request_call: ["service_role"],
    reserve_number: ["service_role"],
    save_forwarding_rule: ["service_role"],
    save_push_subscription: ["service_role"],
    see_missed_calls: ["authenticated"],
    set_call_permission: ["service_role"],
    settle_alerts: ["service_role"],
    settle_report: ["service_role"],
    start_group: ["service_role"],
    start_leaving: ["service_role"],
    stock_pool: ["service_role"],
    undo_pass: ["service_role"],
    withdraw_call_request: ["service_role"],
  },
  private: {
    active_members: ["service_role"],
    adopt_early_events: ["service_role"],
    age_of: ["authenticated"],
    call_print: ["service_role"],
    call_refusal: ["service_role"],
    callee_of: ["service_role"],
    came_round: ["service_role"],
    can_reach: ["service_role"],
    close_room: ["service_role"],
    consent_of: ["service_role"],
    count_use: ["service_role"],
    decline_room: ["service_role"],
    discover: ["authenticated"],
    end_sessions: ["service_role"],
    evidence: ["service_role"],
    first_name: ["service_role"],
    give_back: ["service_role"],
    goes_on: ["service_role"],
    goes_round: ["service_role"],
    had_consent: ["service_role"],
    has_gone: ["service_role"],
    has_outlived: ["service_role"],
    hear_of_leg: ["service_role"],
    hear_of_phone_leg: ["service_role"],
    hear_of_room: ["service_role"],
    installation_report: ["service_role"],
    is_alerted: ["service_role"],
    is_away: ["service_role"],
    is_busy: ["service_role"],
    is_deserted: ["service_role"],
    is_emoji: ["authenticated"],
    is_ended: ["service_role"],
    is_here: ["service_role"],
    is_missed: ["service_role"],
    is_overdue: ["service_role"],
    is_phone_call_missed: ["service_role"],
    is_pumped: ["service_role"],
    is_told: ["service_role"],
    is_whole: ["service_role"],
    kept_apart: ["service_role"],
    leave_group: ["service_role"],
    leave_room: ["service_role"],
    lend_number: ["service_role"],
    live_pair: ["service_role"],
    lock_people: ["service_role"],
    mark_seen: ["authenticated"],
    may_join_room: ["service_role"],
    may_meet: ["service_role"],
    may_phone: ["service_role"],
    may_receive: ["authenticated"],
    may_see: ["authenticated"],
    merge_leg: ["service_role"],
    must_leave: ["service_role"],
    my_call: ["authenticated"],
    my_call_figures: ["authenticated"],
    my_call_permissions: ["authenticated"],
    my_calls: ["authenticated"],
    my_former_companions: ["authenticated"],
    my_group_starts: ["authenticated"],
    my_marks: ["authenticated"],
    my_match_ids: ["authenticated"],
    my_matchless_call_ids: ["authenticated"],
    my_missed_calls: ["authenticated"],
    my_presences: ["authenticated"],
    my_reachable_profile_ids: ["authenticated"],
    my_read_receipts: ["authenticated"],
    my_recording_ids: ["authenticated"],
    names_of: ["service_role"],
    needs_alert: ["service_role"],
    note_presence: ["authenticated"],
    open_phone_call: ["service_role"],
    other_of_pair: ["service_role"],
    owned_call_plan: ["service_role"],
    partners: ["service_role"],
    permit_calls: ["service_role"],
    phone_call_json: ["service_role"],
    place_rule: ["service_role"],
    push_targets: ["service_role"],
    reach_plan: ["service_role"],
    recent_sends: ["service_role"],
    refuse_call: ["service_role"],
    remember_calls: ["service_role"],
    room_refusal: ["service_role"],
    see_my_missed_calls: ["authenticated"],
    settle_call: ["service_role"],
    settle_phone_call: ["service_role"],
    settle_room: ["service_role"],
    tell_group: ["service_role"],
    tell_permission: ["service_role"],
    tells_of_recordings: ["service_role"],
    topic_id: ["authenticated"],
    without_name: ["service_role"],
  },
} as const;

interface FunctionRow {
  name: string;
  anon: boolean;
  authenticated: boolean;
  service_role: boolean;
  definer: boolean;
  pinned: boolean;
}

async function functionsIn(schema: string): Promise<FunctionRow[]> {
  return database().query<FunctionRow>(
    `select proname as name, prosecdef as definer,
       coalesce('search_path=""' = any (proconfig), false) as pinned,
       has_function_privilege('anon', oid, 'execute') as anon,
       has_function_privilege('authenticated', oid, 'execute') as authenticated,
       has_function_privilege('service_role', oid, 'execute') as service_role
     from pg_proc where pronamespace = $1::regnamespace order by proname`,
    [schema],
  );
}

/** Roles that may execute; the service role is told apart only where clients may not. */
function rolesOf(row: FunctionRow): string[] {
  const clients = (["anon", "authenticated"] as const).filter((role) => row[role]);
  return clients.length === 0 && row.service_role ? ["service_role"] : clients;
}

test.for(["public", "private"] as const)(
  "functions in %s are open to the roles that need them",
  async (schema) => {
    const open = (await functionsIn(schema)).filter((row) => rolesOf(row).length > 0);
    expect(Object.fromEntries(open.map((row) => [row.name, rolesOf(row)]))).toEqual(
      executable[schema],
    );
  },
);

test("every function that acts with more rights than its caller has a fixed search path", async () => {
  const all = [...(await functionsIn("public")), ...(await functionsIn("private"))];
  expect(all.filter(({ definer }) => definer).length).toBeGreaterThan(5);
  expect(all.filter(({ pinned }) => !pinned).map(({ name }) => name)).toEqual([]);
});

test("nothing in public acts with more rights than its caller", async () => {
  expect((await functionsIn("public")).filter(({ definer }) => definer)).toEqual([]);
});

test("anonymous visitors cannot even name the private schema", async () => {
  expect(
    await database().query(
      `select has_schema_privilege('anon', 'private', 'usage') as anon,
         has_schema_privilege('authenticated', 'private', 'create') as creates`,
    ),
  ).toEqual([{ anon: false, creates: false }]);
});
