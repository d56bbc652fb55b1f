// Generated from supabase/migrations by `npm run db:types`.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      account_purges: {
        Row: {
          due_at: string;
          profile_id: string;
          tries: number;
        };
        ComputedFields: never;
        Insert: {
          due_at: string;
          profile_id: string;
          tries?: number;
        };
        Update: {
          due_at?: string;
          profile_id?: string;
          tries?: number;
        };
        Relationships: [
          {
            foreignKeyName: "account_purges_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: true;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      alerts: {
        Row: {
          id: number;
          resolved_at: string | null;
          rule: string;
          seen_at: string;
          sentence: string;
          since: string;
          subject: string;
          telling_until: string | null;
          told: Database["public"]["Enums"]["alert_state"] | null;
          told_at: string | null;
          value: number;
        };
        ComputedFields: never;
        Insert: {
          id?: never;
          resolved_at?: string | null;
          rule: string;
          seen_at?: string;
          sentence: string;
          since?: string;
          subject?: string;
          telling_until?: string | null;
          told?: Database["public"]["Enums"]["alert_state"] | null;
          told_at?: string | null;
          value: number;
        };
        Update: {
          id?: never;
          resolved_at?: string | null;
          rule?: string;
          seen_at?: string;
          sentence?: string;
          since?: string;
          subject?: string;
          telling_until?: string | null;
          told?: Database["public"]["Enums"]["alert_state"] | null;
          told_at?: string | null;
          value?: number;
        };
        Relationships: [];
      };
      app_presence: {
        Row: {
          away_at: string | null;
          profile_id: string;
          ready_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          away_at?: string | null;
          profile_id: string;
          ready_at?: string | null;
        };
        Update: {
          away_at?: string | null;
          profile_id?: string;
          ready_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "app_presence_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: true;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      barred_accounts: {
        Row: {
          auth_email: string;
          created_at: string;
        };
        ComputedFields: never;
        Insert: {
          auth_email: string;
          created_at?: string;
        };
        Update: {
          auth_email?: string;
          created_at?: string;
        };
        Relationships: [];
      };
      blocks: {
        Row: {
          blocked_id: string;
          blocker_id: string;
          created_at: string;
        };
        ComputedFields: never;
        Insert: {
          blocked_id: string;
          blocker_id: string;
          created_at?: string;
        };
        Update: {
          blocked_id?: string;
          blocker_id?: string;
          created_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "blocks_blocked_id_fkey";
            columns: ["blocked_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "blocks_blocker_id_fkey";
            columns: ["blocker_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      call_checks: {
        Row: {
          due_at: string;
          provider_sid: string;
          tries: number;
        };
        ComputedFields: never;
        Insert: {
          due_at?: string;
          provider_sid: string;
          tries?: number;
        };
        Update: {
          due_at?: string;
          provider_sid?: string;
          tries?: number;
        };
        Relationships: [];
      };
      call_costs: {
        Row: {
          call_id: string | null;
          currency: string;
          duration_seconds: number;
          ended_at: string;
          leg_sid: string;
          price: number | null;
        };
        ComputedFields: never;
        Insert: {
          call_id?: string | null;
          currency: string;
          duration_seconds: number;
          ended_at: string;
          leg_sid: string;
          price?: number | null;
        };
        Update: {
          call_id?: string | null;
          currency?: string;
          duration_seconds?: number;
          ended_at?: string;
          leg_sid?: string;
          price?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: "call_costs_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: false;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
        ];
      };
      call_events: {
        Row: {
          call_id: string | null;
          event: string;
          id: number;
          idempotency_key: string;
          leg_sid: string;
          occurred_at: string;
          payload: NonNullable<Json>;
          provider_sid: string;
          received_at: string;
          sequence_number: number | null;
          source: Database["public"]["Enums"]["call_event_source"];
          status: Database["public"]["Enums"]["call_status"];
        };
        ComputedFields: never;
        Insert: {
          call_id?: string | null;
          event: string;
          id?: never;
          idempotency_key: string;
          leg_sid: string;
          occurred_at: string;
          payload?: NonNullable<Json>;
          provider_sid: string;
          received_at?: string;
          sequence_number?: number | null;
          source?: Database["public"]["Enums"]["call_event_source"];
          status: Database["public"]["Enums"]["call_status"];
        };
        Update: {
          call_id?: string | null;
          event?: string;
          id?: never;
          idempotency_key?: string;
          leg_sid?: string;
          occurred_at?: string;
          payload?: NonNullable<Json>;
          provider_sid?: string;
          received_at?: string;
          sequence_number?: number | null;
          source?: Database["public"]["Enums"]["call_event_source"];
          status?: Database["public"]["Enums"]["call_status"];
        };
        Relationships: [
          {
            foreignKeyName: "call_events_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: false;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
        ];
      };
      call_history: {
        Row: {
          call_id: string;
          connection: number | null;
          is_group: boolean;
          is_outgoing: boolean;
          is_seen: boolean;
          kind: Database["public"]["Enums"]["call_kind"];
          outcome: Database["public"]["Enums"]["call_outcome"];
          profile_id: string;
          started_at: string;
          talk_seconds: number;
          with_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          call_id: string;
          connection?: number | null;
          is_group: boolean;
          is_outgoing: boolean;
          is_seen?: boolean;
          kind: Database["public"]["Enums"]["call_kind"];
          outcome: Database["public"]["Enums"]["call_outcome"];
          profile_id: string;
          started_at: string;
          talk_seconds: number;
          with_id?: string | null;
        };
        Update: {
          call_id?: string;
          connection?: number | null;
          is_group?: boolean;
          is_outgoing?: boolean;
          is_seen?: boolean;
          kind?: Database["public"]["Enums"]["call_kind"];
          outcome?: Database["public"]["Enums"]["call_outcome"];
          profile_id?: string;
          started_at?: string;
          talk_seconds?: number;
          with_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "call_history_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: false;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "call_history_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      call_participants: {
        Row: {
          call_id: string;
          channel: Database["public"]["Enums"]["leg_channel"];
          duration_seconds: number | null;
          id: string;
          joined_at: string | null;
          left_at: string | null;
          leg_sid: string | null;
          profile_id: string | null;
          role: Database["public"]["Enums"]["call_role"];
          status: Database["public"]["Enums"]["call_status"];
        };
        ComputedFields: never;
        Insert: {
          call_id: string;
          channel?: Database["public"]["Enums"]["leg_channel"];
          duration_seconds?: number | null;
          id?: string;
          joined_at?: string | null;
          left_at?: string | null;
          leg_sid?: string | null;
          profile_id?: string | null;
          role: Database["public"]["Enums"]["call_role"];
          status?: Database["public"]["Enums"]["call_status"];
        };
        Update: {
          call_id?: string;
          channel?: Database["public"]["Enums"]["leg_channel"];
          duration_seconds?: number | null;
          id?: string;
          joined_at?: string | null;
          left_at?: string | null;
          leg_sid?: string | null;
          profile_id?: string | null;
          role?: Database["public"]["Enums"]["call_role"];
          status?: Database["public"]["Enums"]["call_status"];
        };
        Relationships: [
          {
            foreignKeyName: "call_participants_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: false;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "call_participants_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      call_permission_requests: {
        Row: {
          answered_at: string | null;
          asked_at: string;
          asker_id: string;
          declined_at: string | null;
          kind: Database["public"]["Enums"]["call_kind"];
          match_id: string;
          state: Database["public"]["Enums"]["permission_request_state"];
        };
        ComputedFields: never;
        Insert: {
          answered_at?: string | null;
          asked_at?: string;
          asker_id: string;
          declined_at?: string | null;
          kind: Database["public"]["Enums"]["call_kind"];
          match_id: string;
          state?: Database["public"]["Enums"]["permission_request_state"];
        };
        Update: {
          answered_at?: string | null;
          asked_at?: string;
          asker_id?: string;
          declined_at?: string | null;
          kind?: Database["public"]["Enums"]["call_kind"];
          match_id?: string;
          state?: Database["public"]["Enums"]["permission_request_state"];
        };
        Relationships: [
          {
            foreignKeyName: "call_permission_requests_asker_id_fkey";
            columns: ["asker_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "call_permission_requests_match_id_fkey";
            columns: ["match_id"];
            isOneToOne: false;
            referencedRelation: "matches";
            referencedColumns: ["id"];
          },
        ];
      };
      call_reach: {
        Row: {
          alerted_at: string | null;
          call_id: string;
          dialled_at: string | null;
          goes_on: boolean;
        };
        ComputedFields: never;
        Insert: {
          alerted_at?: string | null;
          call_id: string;
          dialled_at?: string | null;
          goes_on?: boolean;
        };
        Update: {
          alerted_at?: string | null;
          call_id?: string;
          dialled_at?: string | null;
          goes_on?: boolean;
        };
        Relationships: [
          {
            foreignKeyName: "call_reach_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: true;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
        ];
      };
      call_requests: {
        Row: {
          call_sid: string | null;
          created_at: string;
          dialled: string | null;
          fingerprint: string;
          id: string;
          idempotency_key: string;
          match_id: string | null;
          number_id: string | null;
          profile_id: string;
          record: boolean;
        };
        ComputedFields: never;
        Insert: {
          call_sid?: string | null;
          created_at?: string;
          dialled?: string | null;
          fingerprint: string;
          id?: string;
          idempotency_key: string;
          match_id?: string | null;
          number_id?: string | null;
          profile_id: string;
          record?: boolean;
        };
        Update: {
          call_sid?: string | null;
          created_at?: string;
          dialled?: string | null;
          fingerprint?: string;
          id?: string;
          idempotency_key?: string;
          match_id?: string | null;
          number_id?: string | null;
          profile_id?: string;
          record?: boolean;
        };
        Relationships: [
          {
            foreignKeyName: "call_requests_match_id_fkey";
            columns: ["match_id"];
            isOneToOne: false;
            referencedRelation: "matches";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "call_requests_number_id_fkey";
            columns: ["number_id"];
            isOneToOne: false;
            referencedRelation: "phone_numbers";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "call_requests_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      calls: {
        Row: {
          answered_at: string | null;
          caller_id: string | null;
          closed_at: string | null;
          duration_seconds: number | null;
          end_reason: Database["public"]["Enums"]["call_end_reason"] | null;
          ended_at: string | null;
          error_code: number | null;
          id: string;
          kind: Database["public"]["Enums"]["call_kind"];
          match_id: string | null;
          number_id: string | null;
          participants: Json | null;
          provider_sid: string;
          reach: Database["public"]["Enums"]["call_reach_way"];
          recording: Database["public"]["Enums"]["recording_state"];
          recording_asked_by: string | null;
          shown_end_reason: Database["public"]["Enums"]["call_end_reason"] | null;
          started_at: string;
          status: Database["public"]["Enums"]["call_status"];
          via_number_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          answered_at?: string | null;
          caller_id?: string | null;
          closed_at?: string | null;
          duration_seconds?: number | null;
          end_reason?: Database["public"]["Enums"]["call_end_reason"] | null;
          ended_at?: string | null;
          error_code?: number | null;
          id?: string;
          kind: Database["public"]["Enums"]["call_kind"];
          match_id?: string | null;
          number_id?: string | null;
          participants?: Json | null;
          provider_sid: string;
          reach?: Database["public"]["Enums"]["call_reach_way"];
          recording?: Database["public"]["Enums"]["recording_state"];
          recording_asked_by?: string | null;
          shown_end_reason?: never;
          started_at?: string;
          status?: Database["public"]["Enums"]["call_status"];
          via_number_id?: string | null;
        };
        Update: {
          answered_at?: string | null;
          caller_id?: string | null;
          closed_at?: string | null;
          duration_seconds?: number | null;
          end_reason?: Database["public"]["Enums"]["call_end_reason"] | null;
          ended_at?: string | null;
          error_code?: number | null;
          id?: string;
          kind?: Database["public"]["Enums"]["call_kind"];
          match_id?: string | null;
          number_id?: string | null;
          participants?: Json | null;
          provider_sid?: string;
          reach?: Database["public"]["Enums"]["call_reach_way"];
          recording?: Database["public"]["Enums"]["recording_state"];
          recording_asked_by?: string | null;
          shown_end_reason?: never;
          started_at?: string;
          status?: Database["public"]["Enums"]["call_status"];
          via_number_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "calls_caller_id_fkey";
            columns: ["caller_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "calls_match_id_fkey";
            columns: ["match_id"];
            isOneToOne: false;
            referencedRelation: "matches";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "calls_number_id_fkey";
            columns: ["number_id"];
            isOneToOne: false;
            referencedRelation: "phone_numbers";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "calls_recording_asked_by_fkey";
            columns: ["recording_asked_by"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "calls_via_number_id_fkey";
            columns: ["via_number_id"];
            isOneToOne: false;
            referencedRelation: "phone_numbers";
            referencedColumns: ["id"];
          },
        ];
      };
      cost_sweeps: {
        Row: {
          next_page: string | null;
          pass: string;
          reading_until: string | null;
          swept_until: string;
        };
        ComputedFields: never;
        Insert: {
          next_page?: string | null;
          pass: string;
          reading_until?: string | null;
          swept_until: string;
        };
        Update: {
          next_page?: string | null;
          pass?: string;
          reading_until?: string | null;
          swept_until?: string;
        };
        Relationships: [];
      };
      deleted_messages: {
        Row: {
          body: string;
          deleted_at: string;
          message_id: string;
          sender_id: string;
        };
        ComputedFields: never;
        Insert: {
          body: string;
          deleted_at?: string;
          message_id: string;
          sender_id: string;
        };
        Update: {
          body?: string;
          deleted_at?: string;
          message_id?: string;
          sender_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "deleted_messages_message_id_fkey";
            columns: ["message_id"];
            isOneToOne: true;
            referencedRelation: "messages";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "deleted_messages_sender_id_fkey";
            columns: ["sender_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      dialled_numbers: {
        Row: {
          call_id: string;
          number: string;
          profile_id: string;
        };
        ComputedFields: never;
        Insert: {
          call_id: string;
          number: string;
          profile_id: string;
        };
        Update: {
          call_id?: string;
          number?: string;
          profile_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "dialled_numbers_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: true;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "dialled_numbers_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      discovery_preferences: {
        Row: {
          genders: string[];
          latitude: number | null;
          longitude: number | null;
          max_age: number | null;
          max_distance_km: number | null;
          min_age: number;
          profile_id: string;
          shown: boolean;
        };
        ComputedFields: never;
        Insert: {
          genders?: string[];
          latitude?: number | null;
          longitude?: number | null;
          max_age?: number | null;
          max_distance_km?: number | null;
          min_age?: number;
          profile_id: string;
          shown?: boolean;
        };
        Update: {
          genders?: string[];
          latitude?: number | null;
          longitude?: number | null;
          max_age?: number | null;
          max_distance_km?: number | null;
          min_age?: number;
          profile_id?: string;
          shown?: boolean;
        };
        Relationships: [
          {
            foreignKeyName: "discovery_preferences_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: true;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      forwarding_rules: {
        Row: {
          condition: Database["public"]["Enums"]["forwarding_condition"];
          created_at: string;
          enabled: boolean;
          forward_to: string;
          id: string;
          number_id: string;
          position: number;
          ring_timeout: number;
        };
        ComputedFields: never;
        Insert: {
          condition: Database["public"]["Enums"]["forwarding_condition"];
          created_at?: string;
          enabled?: boolean;
          forward_to: string;
          id?: string;
          number_id: string;
          position?: number;
          ring_timeout?: number;
        };
        Update: {
          condition?: Database["public"]["Enums"]["forwarding_condition"];
          created_at?: string;
          enabled?: boolean;
          forward_to?: string;
          id?: string;
          number_id?: string;
          position?: number;
          ring_timeout?: number;
        };
        Relationships: [
          {
            foreignKeyName: "forwarding_rules_number_id_fkey";
            columns: ["number_id"];
            isOneToOne: false;
            referencedRelation: "phone_numbers";
            referencedColumns: ["id"];
          },
        ];
      };
      job_runs: {
        Row: {
          error: string | null;
          finished_at: string | null;
          id: number;
          job: string;
          outcome: Json | null;
          started_at: string;
        };
        ComputedFields: never;
        Insert: {
          error?: string | null;
          finished_at?: string | null;
          id?: never;
          job: string;
          outcome?: Json | null;
          started_at?: string;
        };
        Update: {
          error?: string | null;
          finished_at?: string | null;
          id?: never;
          job?: string;
          outcome?: Json | null;
          started_at?: string;
        };
        Relationships: [];
      };
      likes: {
        Row: {
          created_at: string;
          kind: Database["public"]["Enums"]["like_kind"];
          liked_id: string;
          liker_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          kind: Database["public"]["Enums"]["like_kind"];
          liked_id: string;
          liker_id: string;
        };
        Update: {
          created_at?: string;
          kind?: Database["public"]["Enums"]["like_kind"];
          liked_id?: string;
          liker_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "likes_liked_id_fkey";
            columns: ["liked_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "likes_liker_id_fkey";
            columns: ["liker_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      match_members: {
        Row: {
          call_permission: Database["public"]["Enums"]["call_permission"];
          extension: number;
          joined_at: string;
          last_read_at: string | null;
          left_at: string | null;
          match_id: string;
          muted_until: string | null;
          profile_id: string;
          shared_read_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          call_permission?: Database["public"]["Enums"]["call_permission"];
          extension?: number;
          joined_at?: string;
          last_read_at?: string | null;
          left_at?: string | null;
          match_id: string;
          muted_until?: string | null;
          profile_id: string;
          shared_read_at?: string | null;
        };
        Update: {
          call_permission?: Database["public"]["Enums"]["call_permission"];
          extension?: number;
          joined_at?: string;
          last_read_at?: string | null;
          left_at?: string | null;
          match_id?: string;
          muted_until?: string | null;
          profile_id?: string;
          shared_read_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "match_members_match_id_fkey";
            columns: ["match_id"];
            isOneToOne: false;
            referencedRelation: "matches";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "match_members_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      matches: {
        Row: {
          channel: string | null;
          created_at: string;
          ended_at: string | null;
          id: string;
          kind: Database["public"]["Enums"]["match_kind"];
          title: string | null;
        };
        ComputedFields: never;
        Insert: {
          channel?: string | null;
          created_at?: string;
          ended_at?: string | null;
          id?: string;
          kind?: Database["public"]["Enums"]["match_kind"];
          title?: string | null;
        };
        Update: {
          channel?: string | null;
          created_at?: string;
          ended_at?: string | null;
          id?: string;
          kind?: Database["public"]["Enums"]["match_kind"];
          title?: string | null;
        };
        Relationships: [];
      };
      message_alerts: {
        Row: {
          claimed_at: string;
          message_id: string;
        };
        ComputedFields: never;
        Insert: {
          claimed_at?: string;
          message_id: string;
        };
        Update: {
          claimed_at?: string;
          message_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "message_alerts_message_id_fkey";
            columns: ["message_id"];
            isOneToOne: true;
            referencedRelation: "messages";
            referencedColumns: ["id"];
          },
        ];
      };
      message_reactions: {
        Row: {
          created_at: string;
          emoji: string;
          message_id: string;
          profile_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          emoji: string;
          message_id: string;
          profile_id: string;
        };
        Update: {
          created_at?: string;
          emoji?: string;
          message_id?: string;
          profile_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "message_reactions_message_id_fkey";
            columns: ["message_id"];
            isOneToOne: false;
            referencedRelation: "messages";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "message_reactions_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      messages: {
        Row: {
          body: string | null;
          call_id: string | null;
          created_at: string;
          deleted_at: string | null;
          id: string;
          kind: Database["public"]["Enums"]["message_kind"];
          match_id: string;
          media_path: string | null;
          media_seconds: number | null;
          media_type: string | null;
          sender_id: string | null;
          waveform: Json | null;
        };
        ComputedFields: never;
        Insert: {
          body?: string | null;
          call_id?: string | null;
          created_at?: string;
          deleted_at?: string | null;
          id?: string;
          kind?: Database["public"]["Enums"]["message_kind"];
          match_id: string;
          media_path?: string | null;
          media_seconds?: number | null;
          media_type?: string | null;
          sender_id?: string | null;
          waveform?: Json | null;
        };
        Update: {
          body?: string | null;
          call_id?: string | null;
          created_at?: string;
          deleted_at?: string | null;
          id?: string;
          kind?: Database["public"]["Enums"]["message_kind"];
          match_id?: string;
          media_path?: string | null;
          media_seconds?: number | null;
          media_type?: string | null;
          sender_id?: string | null;
          waveform?: Json | null;
        };
        Relationships: [
          {
            foreignKeyName: "messages_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: true;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "messages_match_id_fkey";
            columns: ["match_id"];
            isOneToOne: false;
            referencedRelation: "matches";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "messages_sender_id_fkey";
            columns: ["sender_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      notification_preferences: {
        Row: {
          calls: boolean;
          matches: boolean;
          messages: boolean;
          missed_calls: boolean;
          profile_id: string;
          quiet_from: string | null;
          quiet_to: string | null;
          show_preview: boolean;
          time_zone: string;
        };
        ComputedFields: never;
        Insert: {
          calls?: boolean;
          matches?: boolean;
          messages?: boolean;
          missed_calls?: boolean;
          profile_id: string;
          quiet_from?: string | null;
          quiet_to?: string | null;
          show_preview?: boolean;
          time_zone?: string;
        };
        Update: {
          calls?: boolean;
          matches?: boolean;
          messages?: boolean;
          missed_calls?: boolean;
          profile_id?: string;
          quiet_from?: string | null;
          quiet_to?: string | null;
          show_preview?: boolean;
          time_zone?: string;
        };
        Relationships: [
          {
            foreignKeyName: "notification_preferences_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: true;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      phone_numbers: {
        Row: {
          claimed_at: string | null;
          country: string;
          created_at: string;
          greeting: string | null;
          id: string;
          name: string;
          number: string;
          owner_id: string | null;
          provider_sid: string | null;
          released_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          claimed_at?: string | null;
          country: string;
          created_at?: string;
          greeting?: string | null;
          id?: string;
          name?: string;
          number: string;
          owner_id?: string | null;
          provider_sid?: string | null;
          released_at?: string | null;
        };
        Update: {
          claimed_at?: string | null;
          country?: string;
          created_at?: string;
          greeting?: string | null;
          id?: string;
          name?: string;
          number?: string;
          owner_id?: string | null;
          provider_sid?: string | null;
          released_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "phone_numbers_owner_id_fkey";
            columns: ["owner_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      private_profiles: {
        Row: {
          created_at: string;
          email: string | null;
          id: string;
          phone: string | null;
          share_last_seen: boolean;
          share_read_receipts: boolean;
          takes_phone_calls: boolean;
          text_missed_calls: boolean;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          email?: string | null;
          id: string;
          phone?: string | null;
          share_last_seen?: boolean;
          share_read_receipts?: boolean;
          takes_phone_calls?: boolean;
          text_missed_calls?: boolean;
        };
        Update: {
          created_at?: string;
          email?: string | null;
          id?: string;
          phone?: string | null;
          share_last_seen?: boolean;
          share_read_receipts?: boolean;
          takes_phone_calls?: boolean;
          text_missed_calls?: boolean;
        };
        Relationships: [];
      };
      profiles: {
        Row: {
          avatar_path: string | null;
          bio: string;
          birth_date: string;
          created_at: string;
          display_name: string;
          gender: Database["public"]["Enums"]["gender"] | null;
          height_cm: number | null;
          hometown: string | null;
          id: string;
          interests: string[];
          languages: string[];
          last_seen_at: string | null;
          leaving_at: string | null;
          looking_for: Database["public"]["Enums"]["intention"] | null;
          occupation: string | null;
          shuffle: string;
          suspended_at: string | null;
          suspended_for: string | null;
        };
        ComputedFields: never;
        Insert: {
          avatar_path?: string | null;
          bio?: string;
          birth_date: string;
          created_at?: string;
          display_name: string;
          gender?: Database["public"]["Enums"]["gender"] | null;
          height_cm?: number | null;
          hometown?: string | null;
          id: string;
          interests?: string[];
          languages?: string[];
          last_seen_at?: string | null;
          leaving_at?: string | null;
          looking_for?: Database["public"]["Enums"]["intention"] | null;
          occupation?: string | null;
          shuffle?: string;
          suspended_at?: string | null;
          suspended_for?: string | null;
        };
        Update: {
          avatar_path?: string | null;
          bio?: string;
          birth_date?: string;
          created_at?: string;
          display_name?: string;
          gender?: Database["public"]["Enums"]["gender"] | null;
          height_cm?: number | null;
          hometown?: string | null;
          id?: string;
          interests?: string[];
          languages?: string[];
          last_seen_at?: string | null;
          leaving_at?: string | null;
          looking_for?: Database["public"]["Enums"]["intention"] | null;
          occupation?: string | null;
          shuffle?: string;
          suspended_at?: string | null;
          suspended_for?: string | null;
        };
        Relationships: [];
      };
      push_subscriptions: {
        Row: {
          auth: string;
          created_at: string;
          device: string;
          endpoint: string;
          failures: number;
          id: string;
          last_ok_at: string | null;
          p256dh: string;
          profile_id: string;
          session_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          auth: string;
          created_at?: string;
          device?: string;
          endpoint: string;
          failures?: number;
          id?: string;
          last_ok_at?: string | null;
          p256dh: string;
          profile_id: string;
          session_id?: string | null;
        };
        Update: {
          auth?: string;
          created_at?: string;
          device?: string;
          endpoint?: string;
          failures?: number;
          id?: string;
          last_ok_at?: string | null;
          p256dh?: string;
          profile_id?: string;
          session_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "push_subscriptions_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      rate_limits: {
        Row: {
          hits: number;
          key: string;
          window_started_at: string;
        };
        ComputedFields: never;
        Insert: {
          hits?: number;
          key: string;
          window_started_at?: string;
        };
        Update: {
          hits?: number;
          key?: string;
          window_started_at?: string;
        };
        Relationships: [];
      };
      recording_consents: {
        Row: {
          agreed_at: string;
          call_id: string;
          id: number;
          profile_id: string | null;
          withdrawn_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          agreed_at?: string;
          call_id: string;
          id?: never;
          profile_id?: string | null;
          withdrawn_at?: string | null;
        };
        Update: {
          agreed_at?: string;
          call_id?: string;
          id?: never;
          profile_id?: string | null;
          withdrawn_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "recording_consents_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: false;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "recording_consents_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      recordings: {
        Row: {
          call_id: string;
          channels: number;
          deleted_at: string | null;
          deletion_failed_at: string | null;
          duration_seconds: number | null;
          expires_at: string;
          heard_at: string | null;
          id: string;
          kind: Database["public"]["Enums"]["recording_kind"];
          owner_id: string | null;
          provider_sid: string;
          started_at: string;
          status: Database["public"]["Enums"]["recording_status"];
        };
        ComputedFields: never;
        Insert: {
          call_id: string;
          channels?: number;
          deleted_at?: string | null;
          deletion_failed_at?: string | null;
          duration_seconds?: number | null;
          expires_at: string;
          heard_at?: string | null;
          id?: string;
          kind: Database["public"]["Enums"]["recording_kind"];
          owner_id?: string | null;
          provider_sid: string;
          started_at?: string;
          status?: Database["public"]["Enums"]["recording_status"];
        };
        Update: {
          call_id?: string;
          channels?: number;
          deleted_at?: string | null;
          deletion_failed_at?: string | null;
          duration_seconds?: number | null;
          expires_at?: string;
          heard_at?: string | null;
          id?: string;
          kind?: Database["public"]["Enums"]["recording_kind"];
          owner_id?: string | null;
          provider_sid?: string;
          started_at?: string;
          status?: Database["public"]["Enums"]["recording_status"];
        };
        Relationships: [
          {
            foreignKeyName: "recordings_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: false;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "recordings_owner_id_fkey";
            columns: ["owner_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      relay_members: {
        Row: {
          ended_at: string | null;
          number_id: string;
          profile_id: string;
          relay_id: string;
        };
        ComputedFields: never;
        Insert: {
          ended_at?: string | null;
          number_id: string;
          profile_id: string;
          relay_id: string;
        };
        Update: {
          ended_at?: string | null;
          number_id?: string;
          profile_id?: string;
          relay_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "relay_members_number_id_fkey";
            columns: ["number_id"];
            isOneToOne: false;
            referencedRelation: "phone_numbers";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "relay_members_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "relay_members_relay_id_fkey";
            columns: ["relay_id"];
            isOneToOne: false;
            referencedRelation: "relays";
            referencedColumns: ["id"];
          },
        ];
      };
      relays: {
        Row: {
          created_at: string;
          ended_at: string | null;
          expires_at: string;
          id: string;
          match_id: string;
          number_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          ended_at?: string | null;
          expires_at: string;
          id?: string;
          match_id: string;
          number_id: string;
        };
        Update: {
          created_at?: string;
          ended_at?: string | null;
          expires_at?: string;
          id?: string;
          match_id?: string;
          number_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "relays_match_id_fkey";
            columns: ["match_id"];
            isOneToOne: false;
            referencedRelation: "matches";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "relays_number_id_fkey";
            columns: ["number_id"];
            isOneToOne: false;
            referencedRelation: "phone_numbers";
            referencedColumns: ["id"];
          },
        ];
      };
      reports: {
        Row: {
          action: Database["public"]["Enums"]["report_action"] | null;
          call_id: string | null;
          created_at: string;
          details: string;
          evidence: Json | null;
          handled_at: string | null;
          handled_by: string | null;
          id: string;
          match_id: string | null;
          note: string;
          reason: Database["public"]["Enums"]["report_reason"];
          reported_id: string | null;
          reporter_id: string | null;
          state: Database["public"]["Enums"]["report_state"];
        };
        ComputedFields: never;
        Insert: {
          action?: Database["public"]["Enums"]["report_action"] | null;
          call_id?: string | null;
          created_at?: string;
          details?: string;
          evidence?: Json | null;
          handled_at?: string | null;
          handled_by?: string | null;
          id?: string;
          match_id?: string | null;
          note?: string;
          reason: Database["public"]["Enums"]["report_reason"];
          reported_id?: string | null;
          reporter_id?: string | null;
          state?: Database["public"]["Enums"]["report_state"];
        };
        Update: {
          action?: Database["public"]["Enums"]["report_action"] | null;
          call_id?: string | null;
          created_at?: string;
          details?: string;
          evidence?: Json | null;
          handled_at?: string | null;
          handled_by?: string | null;
          id?: string;
          match_id?: string | null;
          note?: string;
          reason?: Database["public"]["Enums"]["report_reason"];
          reported_id?: string | null;
          reporter_id?: string | null;
          state?: Database["public"]["Enums"]["report_state"];
        };
        Relationships: [
          {
            foreignKeyName: "reports_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: false;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "reports_handled_by_fkey";
            columns: ["handled_by"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "reports_match_id_fkey";
            columns: ["match_id"];
            isOneToOne: false;
            referencedRelation: "matches";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "reports_reported_id_fkey";
            columns: ["reported_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "reports_reporter_id_fkey";
            columns: ["reporter_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      request_counts: {
        Row: {
          minute: string;
          outcome: string;
          requests: number;
          route: string;
          slowest_ms: number;
          status: number;
          total_ms: number;
        };
        ComputedFields: never;
        Insert: {
          minute: string;
          outcome: string;
          requests: number;
          route: string;
          slowest_ms: number;
          status: number;
          total_ms: number;
        };
        Update: {
          minute?: string;
          outcome?: string;
          requests?: number;
          route?: string;
          slowest_ms?: number;
          status?: number;
          total_ms?: number;
        };
        Relationships: [];
      };
      spend_samples: {
        Row: {
          currency: string;
          day: string;
          sampled_at: string;
          total: number;
        };
        ComputedFields: never;
        Insert: {
          currency: string;
          day: string;
          sampled_at?: string;
          total: number;
        };
        Update: {
          currency?: string;
          day?: string;
          sampled_at?: string;
          total?: number;
        };
        Relationships: [];
      };
      transcripts: {
        Row: {
          call_id: string;
          created_at: string;
          id: string;
          provider_sid: string;
          recording_id: string | null;
          recording_sid: string;
          status: string;
          turns: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          call_id: string;
          created_at?: string;
          id?: string;
          provider_sid: string;
          recording_id?: string | null;
          recording_sid: string;
          status?: string;
          turns?: NonNullable<Json>;
        };
        Update: {
          call_id?: string;
          created_at?: string;
          id?: string;
          provider_sid?: string;
          recording_id?: string | null;
          recording_sid?: string;
          status?: string;
          turns?: NonNullable<Json>;
        };
        Relationships: [
          {
            foreignKeyName: "transcripts_call_id_fkey";
            columns: ["call_id"];
            isOneToOne: false;
            referencedRelation: "calls";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "transcripts_recording_id_fkey";
            columns: ["recording_id"];
            isOneToOne: false;
            referencedRelation: "recordings";
            referencedColumns: ["id"];
          },
        ];
      };
      verification_approvals: {
        Row: {
          approved_at: string;
          claimed_at: string | null;
          code_hash: string;
          consumed_at: string | null;
          recipient_hash: string;
        };
        ComputedFields: never;
        Insert: {
          approved_at?: string;
          claimed_at?: string | null;
          code_hash: string;
          consumed_at?: string | null;
          recipient_hash: string;
        };
        Update: {
          approved_at?: string;
          claimed_at?: string | null;
          code_hash?: string;
          consumed_at?: string | null;
          recipient_hash?: string;
        };
        Relationships: [];
      };
      verification_attempts: {
        Row: {
          channel: string;
          country: string | null;
          created_at: string;
          id: number;
          ip_hash: string;
          is_known_device: boolean;
          outcome: string;
          recipient_hash: string;
        };
        ComputedFields: never;
        Insert: {
          channel: string;
          country?: string | null;
          created_at?: string;
          id?: never;
          ip_hash: string;
          is_known_device?: boolean;
          outcome: string;
          recipient_hash: string;
        };
        Update: {
          channel?: string;
          country?: string | null;
          created_at?: string;
          id?: never;
          ip_hash?: string;
          is_known_device?: boolean;
          outcome?: string;
          recipient_hash?: string;
        };
        Relationships: [];
      };
      voice_note_plays: {
        Row: {
          message_id: string;
          played_at: string;
          profile_id: string;
        };
        ComputedFields: never;
        Insert: {
          message_id: string;
          played_at?: string;
          profile_id: string;
        };
        Update: {
          message_id?: string;
          played_at?: string;
          profile_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "voice_note_plays_message_id_fkey";
            columns: ["message_id"];
            isOneToOne: false;
            referencedRelation: "messages";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "voice_note_plays_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      warnings: {
        Row: {
          created_at: string;
          id: string;
          profile_id: string;
          read_at: string | null;
          words: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          profile_id: string;
          read_at?: string | null;
          words: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          profile_id?: string;
          read_at?: string | null;
          words?: string;
        };
        Relationships: [
          {
            foreignKeyName: "warnings_profile_id_fkey";
            columns: ["profile_id"];
            isOneToOne: false;
            referencedRelation: "profiles";
            referencedColumns: ["id"];
          },
        ];
      };
      write_limits: {
        Row: {
          max: number;
          name: string;
          window_seconds: number;
        };
        ComputedFields: never;
        Insert: {
          max: number;
          name: string;
          window_seconds: number;
        };
        Update: {
          max?: number;
          name?: string;
          window_seconds?: number;
        };
        Relationships: [];
      };
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      add_to_group: {
        Args: { p_match_id: string; p_match_ids: string[]; p_profile_id: string };
        Returns: Json;
      };
      add_uses: {
        Args: { p_keys: string[]; p_uses: number[]; p_windows_seconds: number[] };
        Returns: {
          hits: number;
          key: string;
          resets_after_seconds: number;
        }[];
      };
      add_voice_note: {
        Args: {
          p_id: string;
          p_match_id: string;
          p_media_path: string;
          p_media_seconds: number;
          p_media_type: string;
          p_sender_id: string;
          p_waveform: Json;
        };
        Returns: string;
      };
      admit_code: {
        Args: {
          p_country: string;
          p_delays_seconds: number[];
          p_hold_key: string;
          p_hold_max: number;
          p_keys: string[];
          p_least_sends: number;
          p_least_share: number;
          p_maxes: number[];
          p_recipient_hash: string;
          p_senders: number;
          p_turn_key: string;
          p_turn_max: number;
          p_windows_seconds: number[];
        };
        Returns: Json;
      };
      admit_request: {
        Args: {
          p_keys: string[];
          p_maxes: number[];
          p_profile_id?: string;
          p_windows_seconds: number[];
        };
        Returns: Json;
      };
      age_of: { Args: { p_profile_id: string }; Returns: number };
      agree_to_recording: {
        Args: { p_agree: boolean; p_profile_id?: string; p_sid: string };
        Returns: Json;
      };
      alert_figures: { Args: Record<PropertyKey, never>; Returns: Json };
      anonymise_account: { Args: { p_profile_id: string }; Returns: boolean };
      answer_call_request: {
        Args: { p_allow: boolean; p_match_id: string; p_profile_id: string };
        Returns: string;
      };
      await_callee: {
        Args: { p_provider_sid: string; p_reach: Database["public"]["Enums"]["call_reach_way"] };
        Returns: undefined;
      };
      away: { Args: Record<PropertyKey, never>; Returns: undefined };
      begin_call: {
        Args: {
          p_callee_id: string;
          p_caller_id: string;
          p_kind: Database["public"]["Enums"]["call_kind"];
          p_match_id?: string;
          p_provider_sid: string;
        };
        Returns: Json;
      };
      begin_extension_call: {
        Args: { p_extension: number; p_from: string; p_pool?: string[]; p_provider_sid: string };
        Returns: Json;
      };
      begin_external_call: {
        Args: {
          p_caller_channel: Database["public"]["Enums"]["leg_channel"];
          p_caller_id: string;
          p_dialled: string;
          p_from?: string;
          p_provider_sid: string;
        };
        Returns: Json;
      };
      begin_owned_call: {
        Args: { p_from: string; p_number: string; p_provider_sid: string };
        Returns: Json;
      };
      begin_phone_call: {
        Args: {
          p_callee_id?: string;
          p_caller_channel: Database["public"]["Enums"]["leg_channel"];
          p_caller_id: string;
          p_match_id: string;
          p_pool?: string[];
          p_provider_sid: string;
        };
        Returns: Json;
      };
      begin_purge: { Args: { p_grace_days: number; p_profile_id: string }; Returns: boolean };
      begin_relay_call: {
        Args: { p_from: string; p_number: string; p_provider_sid: string };
        Returns: Json;
      };
      begin_room_call: {
        Args: {
          p_caller_id: string;
          p_kind: Database["public"]["Enums"]["call_kind"];
          p_match_id: string;
          p_provider_sid: string;
        };
        Returns: Json;
      };
      call_figures: { Args: { p_from: string; p_time_zone: string; p_to: string }; Returns: Json };
      can_reach: { Args: { a: string; b: string }; Returns: boolean };
      change_picture: {
        Args: { p_path?: string; p_profile_id: string };
        Returns: {
          former: string;
        }[];
      };
      claim_alerts: {
        Args: Record<PropertyKey, never>;
        Returns: {
          id: number;
          resolved_at: string | null;
          rule: string;
          seen_at: string;
          sentence: string;
          since: string;
          subject: string;
          telling_until: string | null;
          told: Database["public"]["Enums"]["alert_state"] | null;
          told_at: string | null;
          value: number;
        }[];
        SetofOptions: {
          from: "*";
          to: "alerts";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      claim_call_alert: { Args: { p_call_id: string; p_stage: string }; Returns: Json };
      claim_call_checks: { Args: { p_limit: number }; Returns: Json };
      claim_call_request: {
        Args: {
          p_dialled?: string;
          p_fingerprint: string;
          p_idempotency_key: string;
          p_match_id?: string;
          p_number_id?: string;
          p_profile_id: string;
          p_record?: boolean;
        };
        Returns: Json;
      };
      claim_message_alert: { Args: { p_message_id: string; p_sender_id?: string }; Returns: Json };
      claim_verification: {
        Args: { p_code_hash: string; p_recipient_hash: string };
        Returns: boolean;
      };
      clear_away: { Args: { p_days: number; p_limit: number; p_what: string }; Returns: number };
      close_rooms: {
        Args: { p_match_id: string; p_reason?: Database["public"]["Enums"]["call_end_reason"] };
        Returns: string[];
      };
      consume_rate_limit: {
        Args: { p_key: string; p_max: number; p_window_seconds: number };
        Returns: {
          allowed: boolean;
          remaining: number;
          retry_after_seconds: number;
        }[];
      };
      count_requests: { Args: { p_counts: Json }; Returns: undefined };
      decide: {
        Args: {
          p_kind: Database["public"]["Enums"]["like_kind"];
          p_other_id: string;
          p_profile_id: string;
        };
        Returns: Json;
      };
      delete_message: { Args: { p_message_id: string; p_profile_id: string }; Returns: Json };
      discover: {
        Args: { p_limit?: number };
        Returns: {
          age: number;
          avatar_path: string;
          bio: string;
          display_name: string;
          distance_km: number;
          gender: Database["public"]["Enums"]["gender"];
          height_cm: number;
          hometown: string;
          id: string;
          interests: string[];
          languages: string[];
          looking_for: Database["public"]["Enums"]["intention"];
          occupation: string;
        }[];
      };
      due_accounts: { Args: { p_grace_days: number; p_limit: number }; Returns: string[] };
      end_stale_relays: { Args: { p_limit: number }; Returns: number };
      expel_from_rooms: {
        Args: {
          p_match_id?: string;
          p_profile_id: string;
          p_reason?: Database["public"]["Enums"]["call_end_reason"];
        };
        Returns: {
          ends: string;
          provider_sid: string;
        }[];
      };
      find_call: { Args: { p_sid: string }; Returns: Json };
      find_phone_call: { Args: { p_provider_sid: string }; Returns: Json };
      find_push_targets: {
        Args: { p_from?: string; p_kind: string; p_match_id?: string; p_to: string[] };
        Returns: Json;
      };
      find_room: {
        Args: {
          p_kind?: Database["public"]["Enums"]["call_kind"];
          p_match_id: string;
          p_profile_id: string;
        };
        Returns: Json;
      };
      finish_call_check: {
        Args: { p_live: boolean; p_print?: string; p_sid: string };
        Returns: boolean;
      };
      finish_job_run: {
        Args: { p_error?: string; p_id: number; p_outcome?: Json };
        Returns: undefined;
      };
      forget_recording: { Args: { p_provider_sid: string }; Returns: undefined };
      go_on_by_phone: { Args: { p_pool?: string[]; p_provider_sid: string }; Returns: Json };
      heartbeat: {
        Args: Record<PropertyKey, never>;
        Returns: {
          last_seen_at: string;
          profile_id: string;
        }[];
      };
      installation_report: { Args: Record<PropertyKey, never>; Returns: Json };
      keep_account: { Args: { p_profile_id: string }; Returns: boolean };
      leave_match: { Args: { p_match_id: string; p_profile_id: string }; Returns: Json };
      leave_room_call: {
        Args: { p_decline?: boolean; p_profile_id: string; p_provider_sid: string };
        Returns: Json;
      };
      list_call_permissions: {
        Args: Record<PropertyKey, never>;
        Returns: {
          allowed: Database["public"]["Enums"]["call_kind"];
          asked: Database["public"]["Enums"]["call_kind"];
          display_name: string;
          match_id: string;
          mine: Database["public"]["Enums"]["call_permission"];
          profile_id: string;
          theirs: Database["public"]["Enums"]["call_permission"];
          wanted: Database["public"]["Enums"]["call_kind"];
        }[];
      };
      list_calls: {
        Args: {
          p_before_at?: string;
          p_before_id?: string;
          p_group?: boolean;
          p_kind?: Database["public"]["Enums"]["call_kind"];
          p_limit: number;
          p_outcome?: Database["public"]["Enums"]["call_outcome"];
          p_search?: string;
          p_with_id?: string;
        };
        Returns: Json[];
      };
      list_matches: {
        Args: Record<PropertyKey, never>;
        Returns: {
          former: Json;
          kind: Database["public"]["Enums"]["match_kind"];
          last_activity_at: string;
          last_message: Json;
          last_read_at: string;
          match_id: string;
          muted_until: string;
          people: Json;
          title: string;
          unread_count: number;
        }[];
      };
      may_see: { Args: { p_profile_id: string }; Returns: boolean };
      missed_calls: { Args: Record<PropertyKey, never>; Returns: number };
      next_reach_step: { Args: { p_provider_sid: string }; Returns: Json };
      note_connection: {
        Args: { p_level: number; p_profile_id: string; p_sid: string };
        Returns: boolean;
      };
      note_pushes: {
        Args: { p_failed: string[]; p_gone: string[]; p_ok: string[] };
        Returns: undefined;
      };
      open_relay: {
        Args: { p_match_id: string; p_pool: string[]; p_profile_id: string };
        Returns: Json;
      };
      operators_call: { Args: { p_sid: string }; Returns: Json };
      operators_calls: {
        Args: { p_before?: string; p_limit?: number; p_view: string };
        Returns: Json;
      };
      operators_costs: { Args: { p_days: number }; Returns: Json };
      operators_numbers: { Args: Record<PropertyKey, never>; Returns: Json };
      operators_overview: { Args: Record<PropertyKey, never>; Returns: Json };
      operators_requests: { Args: { p_hours: number }; Returns: Json };
      operators_sign_in: { Args: { p_hours: number }; Returns: Json };
      owned_call: { Args: { p_provider_sid: string }; Returns: Json };
      react: { Args: { p_emoji?: string; p_message_id: string }; Returns: undefined };
      ready_for_calls: { Args: Record<PropertyKey, never>; Returns: undefined };
      record_call_costs: { Args: { p_legs: Json }; Returns: number };
      record_call_event: {
        Args: {
          p_channel?: Database["public"]["Enums"]["leg_channel"];
          p_duration_seconds?: number;
          p_error_code?: number;
          p_event: string;
          p_idempotency_key: string;
          p_leg_sid: string;
          p_occurred_at?: string;
          p_payload?: Json;
          p_profile_id?: string;
          p_provider_sid: string;
          p_sequence_number?: number;
          p_source?: Database["public"]["Enums"]["call_event_source"];
          p_status: Database["public"]["Enums"]["call_status"];
        };
        Returns: Json;
      };
      record_recording: {
        Args: {
          p_call_sid: string;
          p_channels?: number;
          p_duration_seconds?: number;
          p_kind: Database["public"]["Enums"]["recording_kind"];
          p_provider_sid: string;
          p_retention_days: number;
          p_started_at?: string;
          p_status: Database["public"]["Enums"]["recording_status"];
        };
        Returns: Json;
      };
      record_transcript: {
        Args: {
          p_call_sid: string;
          p_provider_sid: string;
          p_recording_sid: string;
          p_status: string;
          p_turn?: Json;
        };
        Returns: Json;
      };
      recording_not_started: { Args: { p_call_sid: string }; Returns: undefined };
      recordings_of: { Args: { p_profile_id: string }; Returns: string[] };
      release_call_checks: { Args: { p_sids: string[] }; Returns: undefined };
      release_number: { Args: { p_number_id: string; p_owner_id: string }; Returns: string[] };
      report_person: {
        Args: {
          p_call_sid?: string;
          p_details?: string;
          p_match_id?: string;
          p_reason: Database["public"]["Enums"]["report_reason"];
          p_reported_id: string;
          p_reporter_id: string;
        };
        Returns: Json;
      };
      request_call: {
        Args: {
          p_kind: Database["public"]["Enums"]["call_kind"];
          p_match_id: string;
          p_profile_id: string;
        };
        Returns: Json;
      };
      reserve_number: {
        Args: {
          p_country: string;
          p_max: number;
          p_name: string;
          p_number: string;
          p_owner_id: string;
        };
        Returns: Json;
      };
      save_forwarding_rule: {
        Args: {
          p_condition?: Database["public"]["Enums"]["forwarding_condition"];
          p_enabled?: boolean;
          p_forward_to?: string;
          p_number_id?: string;
          p_owner_id: string;
          p_position?: number;
          p_ring_timeout?: number;
          p_rule_id?: string;
        };
        Returns: Json;
      };
      save_push_subscription: {
        Args: {
          p_auth: string;
          p_device: string;
          p_endpoint: string;
          p_p256dh: string;
          p_profile_id: string;
          p_session_id?: string;
        };
        Returns: undefined;
      };
      see_missed_calls: { Args: Record<PropertyKey, never>; Returns: undefined };
      set_call_permission: {
        Args: {
          p_match_id: string;
          p_permission: Database["public"]["Enums"]["call_permission"];
          p_profile_id: string;
        };
        Returns: boolean;
      };
      settle_alerts: { Args: { p_firing: Json; p_rules: string[] }; Returns: undefined };
      settle_report: {
        Args: {
          p_action: Database["public"]["Enums"]["report_action"];
          p_moderator_id: string;
          p_note?: string;
          p_report_id: string;
          p_words?: string;
        };
        Returns: Json;
      };
      start_group: {
        Args: { p_match_ids: string[]; p_profile_id: string; p_title?: string };
        Returns: Json;
      };
      start_leaving: { Args: { p_profile_id: string }; Returns: string };
      stock_pool: { Args: { p_countries: string[]; p_numbers: string[] }; Returns: undefined };
      undo_pass: { Args: { p_other_id: string; p_profile_id: string }; Returns: boolean };
      withdraw_call_request: {
        Args: { p_match_id: string; p_profile_id: string };
        Returns: boolean;
      };
    };
    Enums: {
      alert_state: "firing" | "resolved";
      call_end_reason:
        | "hangup"
        | "declined"
        | "busy"
        | "no-answer"
        | "canceled"
        | "failed"
        | "blocked";
      call_event_source: "webhook" | "reconcile";
      call_kind: "voice" | "video" | "phone";
      call_outcome: "live" | "answered" | "missed" | "declined" | "unanswered";
      call_permission: "ask" | "nobody" | "voice" | "video";
      call_reach_way: "app" | "notified" | "telephone";
      call_role: "caller" | "callee";
      call_status:
        | "queued"
        | "initiated"
        | "ringing"
        | "in-progress"
        | "completed"
        | "busy"
        | "failed"
        | "no-answer"
        | "canceled";
      forwarding_condition: "always" | "busy" | "no-answer";
      gender: "woman" | "man" | "nonbinary";
      intention: "relationship" | "casual" | "friends" | "unsure";
      leg_channel: "app" | "phone";
      like_kind: "like" | "pass";
      match_kind: "pair" | "group";
      message_kind: "text" | "voice_note" | "call" | "system";
      permission_request_state: "asked" | "allowed" | "declined" | "withdrawn";
      recording_kind: "call" | "voicemail";
      recording_state: "none" | "asked" | "on" | "stopped";
      recording_status: "in-progress" | "completed" | "absent" | "failed" | "deleted";
      report_action: "review" | "dismiss" | "warn" | "suspend" | "restore";
      report_reason: "harassment" | "nudity" | "scam" | "fake" | "under_age" | "spam" | "other";
      report_state: "open" | "reviewing" | "actioned" | "dismissed";
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {
      alert_state: ["firing", "resolved"],
      call_end_reason: ["hangup", "declined", "busy", "no-answer", "canceled", "failed", "blocked"],
      call_event_source: ["webhook", "reconcile"],
      call_kind: ["voice", "video", "phone"],
      call_outcome: ["live", "answered", "missed", "declined", "unanswered"],
      call_permission: ["ask", "nobody", "voice", "video"],
      call_reach_way: ["app", "notified", "telephone"],
      call_role: ["caller", "callee"],
      call_status: [
        "queued",
        "initiated",
        "ringing",
        "in-progress",
        "completed",
        "busy",
        "failed",
        "no-answer",
        "canceled",
      ],
      forwarding_condition: ["always", "busy", "no-answer"],
      gender: ["woman", "man", "nonbinary"],
      intention: ["relationship", "casual", "friends", "unsure"],
      leg_channel: ["app", "phone"],
      like_kind: ["like", "pass"],
      match_kind: ["pair", "group"],
      message_kind: ["text", "voice_note", "call", "system"],
      permission_request_state: ["asked", "allowed", "declined", "withdrawn"],
      recording_kind: ["call", "voicemail"],
      recording_state: ["none", "asked", "on", "stopped"],
      recording_status: ["in-progress", "completed", "absent", "failed", "deleted"],
      report_action: ["review", "dismiss", "warn", "suspend", "restore"],
      report_reason: ["harassment", "nudity", "scam", "fake", "under_age", "spam", "other"],
      report_state: ["open", "reviewing", "actioned", "dismissed"],
    },
  },
} as const;
