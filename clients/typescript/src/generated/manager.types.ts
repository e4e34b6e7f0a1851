/** Made by generate.mjs from docs/openapi; do not change it by hand. */
export interface webhooks {
    "bot.message_received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * bot.message_received
         * @description An end user's message was stored. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onBotMessageReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "integration.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * integration.failed
         * @description An integration was asked for an answer and failed; another one may have answered, which `final` tells. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onIntegrationFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "agent_loop.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * agent_loop.completed
         * @description An execution of an agent loop has ended: completed, failed or out of time. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onAgentLoopCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "channel.disconnected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * channel.disconnected
         * @description Nothing goes through a channel any more until it is connected again. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onChannelDisconnected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Bot: {
            /**
             * @description The bot.
             * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description What it is for. */
            description: string | null;
            /** @description A disabled bot answers nobody. */
            status: components["schemas"]["BotStatus"];
            /** @description Messages of the conversation, the present one included, that whoever answers is shown. Absent when the bot has the default of this server. */
            message_history?: number;
            /**
             * @description How it behaves in messengers; null is the default.
             * @example {
             *       "typing_indicator": true,
             *       "should_respond": "mentions"
             *     }
             */
            behaviors: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at: string;
        };
        PageMeta: {
            /**
             * @description Which page it is.
             * @example 1
             */
            page: number;
            /**
             * @description Items of a full page.
             * @example 20
             */
            per_page: number;
            /**
             * @description Items of all pages together.
             * @example 1
             */
            total: number;
        };
        ResponseDelay: {
            /** @description At least so many milliseconds; 0 unless given. */
            min?: number;
            /** @description At most so many milliseconds; `min` unless given. */
            max?: number;
        };
        Behaviors: {
            /** @description Whether the messenger shows that the bot is writing; true by default. */
            typing_indicator?: boolean | null;
            /** @description Whom it answers in groups: everybody, who mentions it, nobody; who mentions it by default. Whoever writes to it alone is always answered. */
            should_respond?: components["schemas"]["BehaviorsShouldRespond"] | null;
            /** @description It waits a random time within it before it answers; none by default. */
            response_delay_ms?: components["schemas"]["ResponseDelay"] | null;
            /** @description What one conversation is: all that a user says in a chat, a thread, or a chat until it pauses; by default what suits the messenger. */
            conversation_scope?: components["schemas"]["BehaviorsConversationScope"] | null;
            /** @description After so many minutes without a message a conversation of the scope `session` is over. */
            session_timeout_minutes?: number | null;
        };
        CreateBot: {
            /**
             * @description Its name.
             * @example Sales Bot
             */
            name: string;
            /**
             * @description What it is for.
             * @example Handles sales inquiries
             */
            description?: string | null;
            /**
             * @description How it behaves in messengers. What is not given stays as it is.
             * @example {
             *       "typing_indicator": true,
             *       "should_respond": "mentions"
             *     }
             */
            behaviors?: components["schemas"]["Behaviors"] | null;
            /**
             * @description A disabled bot answers nobody.
             * @default active
             */
            status?: components["schemas"]["BotStatus"];
            /**
             * @description Messages of the conversation, the present one included, that whoever answers is shown.
             * @default 10
             */
            message_history?: number;
        };
        UpdateBot: {
            /**
             * @description Its name.
             * @example Sales Bot
             */
            name?: string;
            /**
             * @description What it is for.
             * @example Handles sales inquiries
             */
            description?: string | null;
            /**
             * @description How it behaves in messengers. What is not given stays as it is.
             * @example {
             *       "typing_indicator": true,
             *       "should_respond": "mentions"
             *     }
             */
            behaviors?: components["schemas"]["Behaviors"] | null;
            /**
             * @description A disabled bot answers nobody.
             * @default active
             */
            status?: components["schemas"]["BotStatus"];
            /** @description Messages of the conversation, the present one included, that whoever answers is shown. */
            message_history?: number;
        };
        Deleted: {
            /** @description What was deleted. */
            id: string;
            /** @description True. */
            deleted: boolean;
        };
        Latency: {
            /** @description Mean. */
            mean_ms: number | null;
            /** @description What half of its replies do not exceed, to 5 %. */
            p50_ms: number | null;
            /** @description What 95 % of its replies do not exceed, to 5 %. */
            p95_ms: number | null;
        };
        Ratings: {
            /** @description Positive ones. */
            positive: number;
            /** @description Neutral ones. */
            neutral: number;
            /** @description Negative ones. */
            negative: number;
            /** @description Mean of those with a score of 1 to 5; null of none. */
            average_score: number | null;
        };
        Usage: {
            /** @description Tokens that were read. */
            input_tokens: number;
            /** @description Tokens that were written. */
            output_tokens: number;
            /** @description In US dollars, of the replies whose price is known. */
            cost_usd: number;
            /** @description Replies with tokens whose price is not known. */
            unpriced_turns: number;
        };
        CountedShare: {
            /** @description Conversations of which it is true. */
            count: number;
            /** @description Conversations in which it is known. */
            total: number;
            /** @description The share; null of none. */
            share: number | null;
            /** @description Holds the true value 95 times in 100: `{"low", "high"}`. */
            interval: {
                [key: string]: unknown;
            } | null;
        };
        Waiting: {
            /** @description Geometric mean of the conversations. */
            geometric_mean_ms: number | null;
            /** @description Holds the true value 95 times in 100: `{"low", "high"}`. */
            interval: {
                [key: string]: unknown;
            } | null;
        };
        Outcomes: {
            /** @description With a turn that it was chosen for and did not answer. */
            failed: components["schemas"]["CountedShare"];
            /** @description Of those with ratings of its replies: with more positive than negative ones. */
            pleased: components["schemas"]["CountedShare"];
            /** @description How long users waited for a reply, whoever wrote it. */
            waiting: components["schemas"]["Waiting"];
        };
        IntegrationFigures: {
            /** @description The integration. */
            integration_id: string;
            /** @description Its name, the last one that is known. */
            name: string | null;
            /** @description What it is. */
            type: components["schemas"]["IntegrationType"] | null;
            /** @description Whether it is deleted. */
            deleted: boolean;
            /** @description Whether it is called at all. */
            enabled: boolean;
            /** @description Whether it is asked when others fail. */
            fallback: boolean;
            /** @description Its weight at present. */
            weight: number;
            /** @description Of the weights of all that are enabled, at present. */
            weight_share: number;
            /** @description Conversations that were first given to it in the period. */
            conversations: number;
            /** @description Their share; null of none. */
            conversation_share: number | null;
            /** @description Replies of its own, also in place of another one. */
            turns: number;
            /** @description Times that it was asked. */
            calls: number;
            /** @description Calls that came to nothing. */
            failures: number;
            /** @description Their share of the calls; null of none. */
            failure_rate: number | null;
            /** @description Times that it was not asked because it had failed several times in a row. */
            skips: number;
            /** @description Turns that it was chosen for and nobody could answer. */
            apologies: number;
            /** @description How long its own replies took. */
            latency: components["schemas"]["Latency"];
            /** @description Of its own replies. */
            ratings: components["schemas"]["Ratings"];
            /** @description Of its own replies. */
            usage: components["schemas"]["Usage"];
            /** @description What is compared: what became of its conversations, each counted once. */
            outcomes: components["schemas"]["Outcomes"];
        };
        Comparison: {
            /** @description What is compared. */
            metric: components["schemas"]["ComparedMetric"];
            /** @description The integration that is compared with the control. */
            integration_id: string;
            /** @description The control: the one with the most turns. */
            control_id: string;
            /** @description `better` when one of the two is, by more than chance. */
            verdict: components["schemas"]["IntegrationVerdict"];
            /** @description Which is better; null unless one is. */
            better_integration_id: string | null;
            /** @description Conversations in which the metric is known. */
            conversations: number;
            /** @description Of the control. */
            control_conversations: number;
            /** @description A share, or a geometric mean in milliseconds. */
            value: number | null;
            /** @description Of the control. */
            control_value: number | null;
            /** @description From the control: `{"kind": "difference" or "ratio", "value", "low", "high"}`. */
            change: {
                [key: string]: unknown;
            } | null;
            /** @description How often chance alone would ever show such a difference, however often one looks. */
            p_value: number | null;
            /** @description The same among all comparisons (Holm). */
            adjusted_p_value: number | null;
        };
        Verdict: {
            /** @description `insufficient_data`: nothing could be compared. `no_difference_shown`: there may be none, or one too small to see. */
            verdict: components["schemas"]["IntegrationVerdict"];
            /** @description The gravest metric of which one is better. */
            metric: components["schemas"]["ComparedMetric"] | null;
            /** @description Which is better. */
            integration_id: string | null;
            /** @description Better than which. */
            than_integration_id: string | null;
            /** @description Of that comparison. */
            p_value: number | null;
            /** @description Of that comparison, among all. */
            adjusted_p_value: number | null;
        };
        Report: {
            /** @description The bot. */
            bot_id: string;
            /**
             * Format: date-time
             * @description First day; null from the beginning.
             */
            from: string | null;
            /**
             * Format: date-time
             * @description Before this time; null up to now.
             */
            to: string | null;
            /** @description As they were made, then those that are deleted. */
            integrations: components["schemas"]["IntegrationFigures"][];
            /** @description With which the others are compared; null unless there are two to compare. */
            control_id: string | null;
            /** @description Each other integration with the control. */
            comparisons: components["schemas"]["Comparison"][];
            /** @description What it comes to. */
            verdict: components["schemas"]["Verdict"];
            /** @description The chance of a single false verdict is at most this. */
            level: number;
            /** @description Conversations that each of two must have before they are compared. */
            least_conversations: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            generated_at: string;
        };
        Integration: {
            /**
             * @description The integration.
             * @example int_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description The bot that it answers for.
             * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            bot_id: string;
            /** @description Its name. */
            name: string;
            /** @description What answers: `echo` says what it hears, `webhook` is a service of yours, `model` a model of this server. */
            type: components["schemas"]["IntegrationType"];
            /** @description Where messages are sent to. Null unless it is a webhook. */
            webhook_url: string | null;
            /** @description Headers that are sent with every call; values that are secret are masked. */
            headers: {
                [key: string]: unknown;
            };
            /** @description The model; null unless it is one. */
            model_id: number | null;
            /** @description Seconds that one call may take. */
            timeout: number;
            /** @description Its share of the conversations of the bot, relative to the others; 0: it is not chosen. */
            weight: number;
            /** @description Whether it is asked when the chosen one fails. */
            fallback: boolean;
            /** @description Whether it is called at all. */
            enabled: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at: string;
        };
        CreateIntegration: {
            /**
             * @description Its name.
             * @example OpenAI GPT-4
             */
            name: string;
            /**
             * @description Where messages are sent to. https, on the public internet.
             * @example https://backend.example.com/chat
             */
            webhook_url: string;
            /**
             * @description Headers that are sent with every call; in place of those before.
             * @default {}
             * @example {
             *       "Authorization": "Bearer sk-test"
             *     }
             */
            headers?: {
                [key: string]: unknown;
            };
            /**
             * @description Seconds that one call may take.
             * @default 30
             */
            timeout?: number;
            /**
             * @description Its share of the conversations of the bot, relative to the others; 0: it is not chosen.
             * @default 1
             */
            weight?: number;
            /**
             * @description Whether it is asked when the chosen one fails.
             * @default false
             */
            fallback?: boolean;
            /**
             * @description Whether it is called at all.
             * @default true
             */
            enabled?: boolean;
        };
        UpdatedIntegration: {
            /**
             * @description The integration.
             * @example int_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description The bot that it answers for.
             * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            bot_id: string;
            /** @description Its name. */
            name: string;
            /** @description What answers: `echo` says what it hears, `webhook` is a service of yours, `model` a model of this server. */
            type: components["schemas"]["IntegrationType"];
            /** @description Where messages are sent to. Null unless it is a webhook. */
            webhook_url: string | null;
            /** @description Headers that are sent with every call; values that are secret are masked. */
            headers: {
                [key: string]: unknown;
            };
            /** @description The model; null unless it is one. */
            model_id: number | null;
            /** @description Seconds that one call may take. */
            timeout: number;
            /** @description Its share of the conversations of the bot, relative to the others; 0: it is not chosen. */
            weight: number;
            /** @description Whether it is asked when the chosen one fails. */
            fallback: boolean;
            /** @description Whether it is called at all. */
            enabled: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at: string;
            /** @description Whether secret headers were taken away, because another host is called from now on. */
            secrets_dropped: boolean;
        };
        UpdateIntegration: {
            /**
             * @description Its name.
             * @example OpenAI GPT-4
             */
            name?: string;
            /**
             * @description Where messages are sent to. https, on the public internet.
             * @example https://backend.example.com/chat
             */
            webhook_url?: string;
            /**
             * @description Headers that are sent with every call; in place of those before.
             * @default {}
             * @example {
             *       "Authorization": "Bearer sk-test"
             *     }
             */
            headers?: {
                [key: string]: unknown;
            };
            /**
             * @description Seconds that one call may take.
             * @default 30
             */
            timeout?: number;
            /**
             * @description Its share of the conversations of the bot, relative to the others; 0: it is not chosen.
             * @default 1
             */
            weight?: number;
            /**
             * @description Whether it is asked when the chosen one fails.
             * @default false
             */
            fallback?: boolean;
            /**
             * @description Whether it is called at all.
             * @default true
             */
            enabled?: boolean;
        };
        IntegrationHealth: {
            /**
             * @description The integration.
             * @example int_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            integration_id: string;
            /** @description How its last call went. */
            state: components["schemas"]["IntegrationHealthState"];
            /** @description `open`: it failed several times in a row, and is not called for a moment. */
            circuit: components["schemas"]["IntegrationHealthCircuit"];
            /**
             * Format: date-time
             * @description When the next call is let through; null while every call is.
             */
            paused_until: string | null;
            /** @description Calls of this process. */
            calls: number;
            /** @description Those of them that failed. */
            failures: number;
            /**
             * Format: date-time
             * @description When it was last called.
             */
            last_called_at: string | null;
            /** @description How long that took. */
            last_latency_ms: number | null;
            /** @description What went wrong; null when it went well. */
            last_error: string | null;
        };
        ChannelIdentity: {
            /** @description Its id there. */
            id: string;
            /** @description Its name for machines. */
            username: string | null;
            /** @description Its name. */
            name: string | null;
        };
        Channel: {
            /**
             * @description The channel.
             * @example ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description The bot.
             * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            bot_id: string;
            /** @description The platform. */
            type: components["schemas"]["ChannelType"];
            /** @description Its name. */
            name: string | null;
            /** @description `pending` until the platform has called, or was called, with success. */
            status: components["schemas"]["ChannelStatus"];
            /** @description Why it is disconnected; null unless it is. */
            status_reason: string | null;
            /** @description Where the platform must send what happens. You tell it, unless it lets this server do so. */
            webhook_url: string;
            /** @description What is no secret of what its platform gave you. */
            config: {
                [key: string]: unknown;
            };
            /**
             * @description Credentials that it has. They are never shown.
             * @example [
             *       "bot_token"
             *     ]
             */
            credentials: string[];
            /** @description Who the bot is there; null until the platform has said so. */
            identity: components["schemas"]["ChannelIdentity"] | null;
            /**
             * Format: date-time
             * @description When the platform was first found.
             */
            connected_at: string | null;
            /**
             * Format: date-time
             * @description When something last came from the platform.
             */
            last_inbound_at: string | null;
            /** @description What last went wrong; null when nothing did. */
            last_error: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at: string;
        };
        CreatedChannel: {
            /**
             * @description The channel.
             * @example ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description The bot.
             * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            bot_id: string;
            /** @description The platform. */
            type: components["schemas"]["ChannelType"];
            /** @description Its name. */
            name: string | null;
            /** @description `pending` until the platform has called, or was called, with success. */
            status: components["schemas"]["ChannelStatus"];
            /** @description Why it is disconnected; null unless it is. */
            status_reason: string | null;
            /** @description Where the platform must send what happens. You tell it, unless it lets this server do so. */
            webhook_url: string;
            /** @description What is no secret of what its platform gave you. */
            config: {
                [key: string]: unknown;
            };
            /**
             * @description Credentials that it has. They are never shown.
             * @example [
             *       "bot_token"
             *     ]
             */
            credentials: string[];
            /** @description Who the bot is there; null until the platform has said so. */
            identity: components["schemas"]["ChannelIdentity"] | null;
            /**
             * Format: date-time
             * @description When the platform was first found.
             */
            connected_at: string | null;
            /**
             * Format: date-time
             * @description When something last came from the platform.
             */
            last_inbound_at: string | null;
            /** @description What last went wrong; null when nothing did. */
            last_error: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at: string;
            /** @description Proves the calls of platforms that sign with a secret of ours: telegram, webhook. It is shown in this answer and never again. */
            webhook_secret: string;
        };
        CreateChannel: {
            /**
             * @description The platform.
             * @example telegram
             */
            type: components["schemas"]["ChannelType"];
            /**
             * @description Its name.
             * @example Main Telegram
             */
            name?: string | null;
            /**
             * @description What its platform gave you: telegram `bot_token`; slack `bot_token`, `signing_secret`; discord `bot_token`, `public_key`, `application_id`; whatsapp `phone_number_id`, `access_token`, `app_secret`, `verify_token`; webhook `callback_url`, if you like.
             * @example {
             *       "bot_token": "123456:TEST-token"
             *     }
             */
            config?: {
                [key: string]: unknown;
            } | null;
        };
        UpdateChannel: {
            /**
             * @description Its name.
             * @example Telegram EU
             */
            name?: string | null;
            /** @description What its platform gave you: telegram `bot_token`; slack `bot_token`, `signing_secret`; discord `bot_token`, `public_key`, `application_id`; whatsapp `phone_number_id`, `access_token`, `app_secret`, `verify_token`; webhook `callback_url`, if you like. Fields that are not given stay as they are, null clears one. */
            config?: {
                [key: string]: unknown;
            } | null;
            /** @description While it is disconnected, nothing comes in or goes out. */
            status?: components["schemas"]["UpdateChannelStatus"];
        };
        ConversationUser: {
            /**
             * @description The user, in the words of the platform.
             * @example 42
             */
            id: string;
            /**
             * @description Their name for machines.
             * @example johndoe
             */
            username: string | null;
            /**
             * @description Their name.
             * @example John
             */
            name: string | null;
        };
        Conversation: {
            /**
             * @description The conversation.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description The bot.
             * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            bot_id: string;
            /** @description The channel; null when it came by none, or that was deleted. */
            channel_id: string | null;
            /**
             * @description What it came by: telegram, slack, discord, whatsapp, webhook, or api, widget and so on without a channel.
             * @example telegram
             */
            platform: string;
            /** @description Whom it is with. */
            user: components["schemas"]["ConversationUser"];
            /** @description The chat, in the words of the platform; null when it came by no channel. */
            chat_id: string | null;
            /** @description How it stands. */
            status: components["schemas"]["ConversationStatus"];
            /** @description Messages of all sides. */
            message_count: number;
            /**
             * Format: date-time
             * @description When it began.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When its last message came.
             */
            updated_at: string;
        };
        Message: {
            /**
             * @description The message.
             * @example msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /** @description Who said it; people of the team are `assistant`, too. */
            role: components["schemas"]["MessageRole"];
            /**
             * @description What was said: a text, or with files a list of `{"type": "text", "text"}` and `{"type": "file", "name", "media_type"}`.
             * @example Hello
             */
            content: string | {
                [key: string]: unknown;
            }[];
            /** @description `synthetic`: this server wrote it, and nobody who answers. */
            type: components["schemas"]["MessageType"];
            /** @description Which integration answered; null when none did. */
            integration_id: string | null;
            /**
             * Format: date-time
             * @description When it was said.
             */
            created_at: string;
        };
        McpServer: {
            /**
             * @description What it gives access to.
             * @example http
             */
            type: components["schemas"]["McpServerType"];
            /**
             * @description Its name, unique in the loop.
             * @example HTTP Client
             */
            name: string;
            /** @description Address of a server that speaks the Model Context Protocol. */
            url?: string | null;
            /** @description Headers that are sent along; values are masked where they are shown. */
            headers?: {
                [key: string]: unknown;
            } | null;
        };
        LoopSchedule: {
            /** @description When it runs, as cron says it. */
            cron: string;
            /** @description Time zone of these times. */
            time_zone: string;
            /**
             * Format: date-time
             * @description When it runs next; null when it does not.
             */
            next_run_at: string | null;
        };
        AgentLoop: {
            /**
             * @description The agent loop.
             * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Who the agent is, and what it must mind. */
            system_prompt: string;
            /** @description What it is to do. */
            user_message: string;
            /** @description Tool servers that it may use. Those of other types than `http`, and those without a url, are kept and not reached. */
            mcp_servers: components["schemas"]["McpServer"][];
            /** @description Where the end of an execution is told, with POST; signed with `callback_secret` in `X-Webhook-Signature`. */
            callback_url: string | null;
            /** @description Headers that are sent along; values are masked where they are shown. */
            callback_headers: {
                [key: string]: unknown;
            };
            /** @description Calls of the model that it may make. */
            max_iterations: number;
            /** @description Tokens that all calls of an execution may use together; null: no limit. */
            max_tokens: number | null;
            /** @description Name of the model; the default of this server unless given. */
            model: string | null;
            /** @description Id of a model of this server. */
            model_id: number | null;
            /** @description Seconds that an execution may take. */
            timeout: number;
            /** @description Installed plugins whose tools it may use. */
            plugin_ids: string[];
            /**
             * @description The bot whose knowledge it may search.
             * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            knowledge_bot_id: string | null;
            /** @description When it runs by itself; null when it does not. */
            schedule: components["schemas"]["LoopSchedule"] | null;
            /** @description A paused loop is not begun by its schedule, and can be run by hand. */
            status: components["schemas"]["AgentLoopStatus"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at: string;
        };
        CreatedAgentLoop: {
            /**
             * @description The agent loop.
             * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Who the agent is, and what it must mind. */
            system_prompt: string;
            /** @description What it is to do. */
            user_message: string;
            /** @description Tool servers that it may use. Those of other types than `http`, and those without a url, are kept and not reached. */
            mcp_servers: components["schemas"]["McpServer"][];
            /** @description Where the end of an execution is told, with POST; signed with `callback_secret` in `X-Webhook-Signature`. */
            callback_url: string | null;
            /** @description Headers that are sent along; values are masked where they are shown. */
            callback_headers: {
                [key: string]: unknown;
            };
            /** @description Calls of the model that it may make. */
            max_iterations: number;
            /** @description Tokens that all calls of an execution may use together; null: no limit. */
            max_tokens: number | null;
            /** @description Name of the model; the default of this server unless given. */
            model: string | null;
            /** @description Id of a model of this server. */
            model_id: number | null;
            /** @description Seconds that an execution may take. */
            timeout: number;
            /** @description Installed plugins whose tools it may use. */
            plugin_ids: string[];
            /**
             * @description The bot whose knowledge it may search.
             * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            knowledge_bot_id: string | null;
            /** @description When it runs by itself; null when it does not. */
            schedule: components["schemas"]["LoopSchedule"] | null;
            /** @description A paused loop is not begun by its schedule, and can be run by hand. */
            status: components["schemas"]["AgentLoopStatus"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at: string;
            /** @description Signs its callbacks. It is shown in this answer and never again. */
            callback_secret: string;
        };
        LoopScheduleInput: {
            /**
             * @description When it runs, as cron says it: five fields, or six with seconds first.
             * @example 0 9 * * 1-5
             */
            cron: string;
            /**
             * @description Time zone of these times; UTC unless given.
             * @example Europe/Berlin
             */
            time_zone?: string | null;
        };
        CreateAgentLoop: {
            /**
             * @description Its name.
             * @example Daily Sales Report
             */
            name: string;
            /**
             * @description Who the agent is, and what it must mind.
             * @example You are a data analyst.
             */
            system_prompt: string;
            /**
             * @description What it is to do; `{{names}}` are filled in by `variables` of a run.
             * @example Generate today's sales report and send it to the team.
             */
            user_message: string;
            /**
             * @description Tool servers that it may use. Those of other types than `http`, and those without a url, are kept and not reached.
             * @default []
             * @example [
             *       {
             *         "type": "http",
             *         "name": "HTTP Client"
             *       }
             *     ]
             */
            mcp_servers?: components["schemas"]["McpServer"][] | null;
            /** @description Where the end of an execution is told, with POST; signed with `callback_secret` in `X-Webhook-Signature`. */
            callback_url?: string | null;
            /** @description Headers that are sent along; values are masked where they are shown. */
            callback_headers?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Calls of the model that it may make.
             * @default 10
             */
            max_iterations?: number;
            /** @description Tokens that all calls of an execution may use together; no limit unless given. */
            max_tokens?: number | null;
            /** @description Name of the model; the default of this server unless given. */
            model?: string | null;
            /** @description Id of a model of this server; goes before `model`. */
            model_id?: number | null;
            /**
             * @description Seconds that an execution may take.
             * @default 300
             */
            timeout?: number;
            /** @description Installed plugins whose tools it may use, by their ids in the main API. */
            plugin_ids?: string[] | null;
            /**
             * @description The bot whose knowledge it may search.
             * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            knowledge_bot_id?: string | null;
            /** @description When it runs by itself. */
            schedule?: components["schemas"]["LoopScheduleInput"] | null;
            /**
             * @description A paused loop is not begun by its schedule, and can be run by hand.
             * @default active
             */
            status?: components["schemas"]["AgentLoopStatus"];
        };
        UpdateAgentLoop: {
            /**
             * @description Its name.
             * @example Daily Sales Report
             */
            name?: string;
            /**
             * @description Who the agent is, and what it must mind.
             * @example You are a data analyst.
             */
            system_prompt?: string;
            /**
             * @description What it is to do; `{{names}}` are filled in by `variables` of a run.
             * @example Generate today's sales report and send it to the team.
             */
            user_message?: string;
            /**
             * @description Tool servers that it may use. Those of other types than `http`, and those without a url, are kept and not reached.
             * @default []
             * @example [
             *       {
             *         "type": "http",
             *         "name": "HTTP Client"
             *       }
             *     ]
             */
            mcp_servers?: components["schemas"]["McpServer"][] | null;
            /** @description Where the end of an execution is told, with POST; signed with `callback_secret` in `X-Webhook-Signature`. */
            callback_url?: string | null;
            /** @description Headers that are sent along; values are masked where they are shown. */
            callback_headers?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Calls of the model that it may make.
             * @default 10
             */
            max_iterations?: number;
            /** @description Tokens that all calls of an execution may use together; no limit unless given. */
            max_tokens?: number | null;
            /** @description Name of the model; the default of this server unless given. */
            model?: string | null;
            /** @description Id of a model of this server; goes before `model`. */
            model_id?: number | null;
            /**
             * @description Seconds that an execution may take.
             * @default 300
             */
            timeout?: number;
            /** @description Installed plugins whose tools it may use, by their ids in the main API. */
            plugin_ids?: string[] | null;
            /**
             * @description The bot whose knowledge it may search.
             * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            knowledge_bot_id?: string | null;
            /** @description When it runs by itself. */
            schedule?: components["schemas"]["LoopScheduleInput"] | null;
            /**
             * @description A paused loop is not begun by its schedule, and can be run by hand.
             * @default active
             */
            status?: components["schemas"]["AgentLoopStatus"];
        };
        ExecutionResult: {
            /** @description What the agent said last; null when it said nothing. */
            output: string | null;
            /** @description Calls of the model. */
            iterations_used: number;
            /** @description Calls of tools. */
            tool_calls: number;
        };
        ExecutionServerState: {
            /** @description Name of the tool server or plugin. */
            name: string;
            /** @description Whether its tools could be used. */
            status: components["schemas"]["ExecutionServerStateStatus"];
            /** @description Why it could not be used; null when it could. */
            message: string | null;
        };
        ExecutionMetadata: {
            /** @description What began it. */
            trigger: components["schemas"]["ExecutionMetadataTrigger"];
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            completed_at: string | null;
            /** @description How long that took; null until it ends. */
            duration_seconds: number | null;
            /** @description Who spoke; null until it is known. */
            model: string | null;
            /** @description Tokens read and written by the model. */
            tokens_used: number;
            /** @description How it stood with its tool servers. */
            servers: components["schemas"]["ExecutionServerState"][];
        };
        Execution: {
            /**
             * @description The execution.
             * @example exec_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description The agent loop.
             * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            agent_loop_id: string;
            /** @description How it stands. */
            status: components["schemas"]["ExecutionStatus"];
            /** @description What has come of it so far; null while it is queued. */
            result: components["schemas"]["ExecutionResult"] | null;
            /** @description Figures. */
            metadata: components["schemas"]["ExecutionMetadata"];
            /** @description Why it did not complete; null unless it ended so. */
            error: string | null;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
        };
        RunAgentLoop: {
            /** @description What it is to do this time, instead of its own message. */
            user_message?: string | null;
            /** @description What is filled in for `{{names}}` in the message. */
            variables?: {
                [key: string]: unknown;
            } | null;
        };
        ExecutionStep: {
            /** @description Its place, from 1. */
            position: number;
            /** @description What was called. */
            type: components["schemas"]["ExecutionStepType"];
            /** @description How it went; `unknown`: this server ended in the middle of it. */
            state: components["schemas"]["ExecutionStepState"];
            /** @description Of the model or the tool. */
            name: string;
            /** @description Arguments of a tool; of the model how many messages it read. */
            input: unknown;
            /** @description What it said. */
            output: unknown;
            /** @description What went wrong. */
            error: string | null;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            completed_at: string | null;
        };
        ExecutionWithSteps: {
            /**
             * @description The execution.
             * @example exec_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description The agent loop.
             * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            agent_loop_id: string;
            /** @description How it stands. */
            status: components["schemas"]["ExecutionStatus"];
            /** @description What has come of it so far; null while it is queued. */
            result: components["schemas"]["ExecutionResult"] | null;
            /** @description Figures. */
            metadata: components["schemas"]["ExecutionMetadata"];
            /** @description Why it did not complete; null unless it ended so. */
            error: string | null;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            completed_at: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /** @description Every call of the model and of tools, in the order in which they were begun. */
            steps: components["schemas"]["ExecutionStep"][];
        };
        CreatedWebhook: {
            /**
             * @description The webhook.
             * @example wh_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description Address that events are sent to.
             * @example https://your-app.example.com/hooks
             */
            url: string;
            /**
             * @description Which events are sent.
             * @example [
             *       "bot.message_received",
             *       "agent_loop.completed"
             *     ]
             */
            events: string[];
            /** @description False once the receiver answered 410 or failed for days. */
            active: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * @description The secret that was made, if none was given. It is shown in this answer and never again.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret?: string;
        };
        CreateWebhook: {
            /**
             * @description http or https address on the public internet that events are sent to with POST.
             * @example https://your-app.example.com/hooks
             */
            url: string;
            /**
             * @description Which events are sent.
             * @example [
             *       "bot.message_received",
             *       "agent_loop.completed"
             *     ]
             */
            events: components["schemas"]["CreateWebhookEvent"][];
            /**
             * @description Signs what is sent; one that is not given is made. `whsec_` and base64 is the form of Standard Webhooks.
             * @example manager_secret
             */
            secret?: string | null;
        };
        Webhook: {
            /**
             * @description The webhook.
             * @example wh_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description Address that events are sent to.
             * @example https://your-app.example.com/hooks
             */
            url: string;
            /**
             * @description Which events are sent.
             * @example [
             *       "bot.message_received",
             *       "agent_loop.completed"
             *     ]
             */
            events: string[];
            /** @description False once the receiver answered 410 or failed for days. */
            active: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
        };
        BotMessageReceivedData: {
            /** @description The bot. */
            bot_id: string;
            /** @description The channel; null when the message came by none. */
            channel_id: string | null;
            /** @description The conversation. */
            conversation_id: string;
            /** @description The message. */
            message_id: string;
            /** @description Who wrote it. */
            user: components["schemas"]["ConversationUser"];
            /** @description What was said. */
            content: string;
        };
        IntegrationFailedData: {
            /** @description The bot. */
            bot_id: string;
            /** @description The integration. */
            integration_id: string;
            /** @description The conversation. */
            conversation_id: string;
            /** @description What went wrong. */
            error: string;
            /** @description That it answered with; null when it did not answer. */
            status_code: number | null;
            /** @description Name of the integration. */
            integration_name: string;
            /** @description Whether nobody else could answer, so that the user got an apology. */
            final: boolean;
        };
        CallbackMetadata: {
            /** @description When it was begun. */
            started_at: string;
            /** @description When it ended. */
            completed_at: string;
            /** @description How long that took. */
            duration_seconds: number;
            /** @description Who spoke; null when it failed before anybody did. */
            model: string | null;
            /** @description Tokens read and written by the model. */
            tokens_used: number;
        };
        AgentLoopCompletedData: {
            /** @description The agent loop. */
            agent_loop_id: string;
            /** @description Its name. */
            agent_loop_name: string;
            /** @description The execution. */
            execution_id: string;
            /** @description How it ended. */
            status: components["schemas"]["AgentLoopCompletedDataStatus"];
            /** @description What came of it. */
            result: components["schemas"]["ExecutionResult"];
            /** @description Figures. */
            metadata: components["schemas"]["CallbackMetadata"];
            /** @description Why it did not complete; null when it did. */
            error: string | null;
        };
        ChannelDisconnectedData: {
            /** @description The channel. */
            channel_id: string;
            /** @description The bot. */
            bot_id: string;
            /**
             * @description The platform.
             * @example telegram
             */
            type: string;
            /** @description Why; `manual` when its owner wished so. */
            reason: string;
        };
        Error: {
            error: components["schemas"]["ErrorInfo"];
        };
        /** @enum {string} */
        BotStatus: "active" | "disabled";
        /** @enum {string} */
        BehaviorsShouldRespond: "always" | "mentions" | "direct";
        /** @enum {string} */
        BehaviorsConversationScope: "user" | "thread" | "session";
        /** @enum {string} */
        IntegrationType: "echo" | "webhook" | "model";
        /** @enum {string} */
        ComparedMetric: "failures" | "satisfaction" | "latency";
        /** @enum {string} */
        IntegrationVerdict: "insufficient_data" | "no_difference_shown" | "better";
        /** @enum {string} */
        IntegrationHealthState: "untried" | "ready" | "failing";
        /** @enum {string} */
        IntegrationHealthCircuit: "closed" | "half_open" | "open";
        /** @enum {string} */
        ChannelType: "telegram" | "slack" | "discord" | "whatsapp" | "webhook";
        /** @enum {string} */
        ChannelStatus: "pending" | "connected" | "disconnected";
        /** @enum {string} */
        UpdateChannelStatus: "connected" | "disconnected";
        /** @enum {string} */
        ConversationStatus: "active" | "escalated" | "resolved" | "ended";
        /** @enum {string} */
        MessageRole: "user" | "assistant" | "system";
        /** @enum {string} */
        MessageType: "regular" | "synthetic";
        /** @enum {string} */
        McpServerType: "http" | "filesystem" | "database" | "custom";
        /** @enum {string} */
        AgentLoopStatus: "active" | "paused";
        /** @enum {string} */
        ExecutionServerStateStatus: "connected" | "unavailable";
        /** @enum {string} */
        ExecutionMetadataTrigger: "api" | "schedule";
        /** @enum {string} */
        ExecutionStatus: "queued" | "running" | "completed" | "failed" | "timeout" | "cancelled";
        /** @enum {string} */
        ExecutionStepType: "model" | "tool";
        /** @enum {string} */
        ExecutionStepState: "started" | "completed" | "failed" | "unknown";
        /** @enum {string} */
        CreateWebhookEvent: "bot.message_received" | "integration.failed" | "agent_loop.completed" | "channel.disconnected";
        /** @enum {string} */
        AgentLoopCompletedDataStatus: "completed" | "failed" | "timeout";
        /** @enum {string} */
        ErrorCode: "bad_request" | "unauthorized" | "forbidden" | "not_found" | "conflict" | "payload_too_large" | "validation_error" | "rate_limit_exceeded" | "internal_error" | "service_unavailable";
        RefusedField: {
            /** @description Path of the field, as `behaviors.response_delay_ms.min`. */
            field: string;
            /** @description What is accepted. */
            message: string;
        };
        /** @description Which fields were refused. */
        ErrorDetails: {
            /** @description All that were refused. */
            fields: components["schemas"]["RefusedField"][];
        };
        /** @description What was wrong. */
        ErrorInfo: {
            /** @description What was wrong, for a program. */
            code: components["schemas"]["ErrorCode"];
            /** @description What was wrong, for a person. */
            message: string;
            details?: components["schemas"]["ErrorDetails"];
        };
        BotPageAnswer: {
            /** @description What is on this page. */
            data: components["schemas"]["Bot"][];
            meta: components["schemas"]["PageMeta"];
        };
        BotAnswer: {
            data: components["schemas"]["Bot"];
        };
        DeletedAnswer: {
            data: components["schemas"]["Deleted"];
        };
        ReportAnswer: {
            data: components["schemas"]["Report"];
        };
        IntegrationPageAnswer: {
            /** @description What is on this page. */
            data: components["schemas"]["Integration"][];
            meta: components["schemas"]["PageMeta"];
        };
        IntegrationAnswer: {
            data: components["schemas"]["Integration"];
        };
        UpdatedIntegrationAnswer: {
            data: components["schemas"]["UpdatedIntegration"];
        };
        IntegrationHealthAnswer: {
            data: components["schemas"]["IntegrationHealth"];
        };
        ChannelPageAnswer: {
            /** @description What is on this page. */
            data: components["schemas"]["Channel"][];
            meta: components["schemas"]["PageMeta"];
        };
        CreatedChannelAnswer: {
            data: components["schemas"]["CreatedChannel"];
        };
        ChannelAnswer: {
            data: components["schemas"]["Channel"];
        };
        ConversationPageAnswer: {
            /** @description What is on this page. */
            data: components["schemas"]["Conversation"][];
            meta: components["schemas"]["PageMeta"];
        };
        ConversationAnswer: {
            data: components["schemas"]["Conversation"];
        };
        MessagePageAnswer: {
            /** @description What is on this page. */
            data: components["schemas"]["Message"][];
            meta: components["schemas"]["PageMeta"];
        };
        AgentLoopPageAnswer: {
            /** @description What is on this page. */
            data: components["schemas"]["AgentLoop"][];
            meta: components["schemas"]["PageMeta"];
        };
        CreatedAgentLoopAnswer: {
            data: components["schemas"]["CreatedAgentLoop"];
        };
        AgentLoopAnswer: {
            data: components["schemas"]["AgentLoop"];
        };
        ExecutionAnswer: {
            data: components["schemas"]["Execution"];
        };
        ExecutionPageAnswer: {
            /** @description What is on this page. */
            data: components["schemas"]["Execution"][];
            meta: components["schemas"]["PageMeta"];
        };
        ExecutionWithStepsAnswer: {
            data: components["schemas"]["ExecutionWithSteps"];
        };
        ExecutionStepFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "step";
            data: components["schemas"]["ExecutionStep"];
        };
        ExecutionStatusFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "status";
            data: components["schemas"]["Execution"];
        };
        ExecutionErrorFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "error";
            data: components["schemas"]["Error"];
        };
        /**
         * @description Server-sent events until the execution ends: `status` with the execution and `step` with a call of the model or of a
         *     tool, whenever one changes. `Last-Event-ID` goes on where a reader stopped.
         */
        ExecutionFrame: components["schemas"]["ExecutionStepFrame"] | components["schemas"]["ExecutionStatusFrame"] | components["schemas"]["ExecutionErrorFrame"];
        CreatedWebhookAnswer: {
            data: components["schemas"]["CreatedWebhook"];
        };
        WebhookPageAnswer: {
            /** @description What is on this page. */
            data: components["schemas"]["Webhook"][];
            meta: components["schemas"]["PageMeta"];
        };
        BotMessageReceivedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "bot.message_received";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["BotMessageReceivedData"];
        };
        IntegrationFailedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "integration.failed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["IntegrationFailedData"];
        };
        AgentLoopCompletedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "agent_loop.completed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["AgentLoopCompletedData"];
        };
        ChannelDisconnectedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "channel.disconnected";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["ChannelDisconnectedData"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listBots: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                per_page?: number;
                /** @description Part of the name or description. */
                search?: string;
                /** @description Only these. */
                status?: components["schemas"]["BotStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotPageAnswer"];
                };
            };
        };
    };
    createBot: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBot"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotAnswer"];
                };
            };
        };
    };
    getBot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the bot.
                 * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotAnswer"];
                };
            };
        };
    };
    deleteBot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the bot.
                 * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedAnswer"];
                };
            };
        };
    };
    updateBot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the bot.
                 * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateBot"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotAnswer"];
                };
            };
        };
    };
    compareIntegrations: {
        parameters: {
            query?: {
                /** @description First day, as a whole, in UTC; from the beginning unless given. */
                from?: string;
                /** @description Last day, as a whole, in UTC; up to now unless given. */
                to?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the bot.
                 * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                bot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportAnswer"];
                };
            };
        };
    };
    listIntegrations: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                per_page?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the bot.
                 * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                bot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationPageAnswer"];
                };
            };
        };
    };
    createIntegration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the bot.
                 * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                bot_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateIntegration"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationAnswer"];
                };
            };
        };
    };
    getIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the integration.
                 * @example int_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationAnswer"];
                };
            };
        };
    };
    deleteIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the integration.
                 * @example int_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedAnswer"];
                };
            };
        };
    };
    updateIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the integration.
                 * @example int_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateIntegration"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedIntegrationAnswer"];
                };
            };
        };
    };
    getHealthOfIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the integration.
                 * @example int_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationHealthAnswer"];
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                per_page?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the bot.
                 * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                bot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelPageAnswer"];
                };
            };
        };
    };
    createChannel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the bot.
                 * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                bot_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateChannel"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedChannelAnswer"];
                };
            };
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the channel.
                 * @example ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelAnswer"];
                };
            };
        };
    };
    deleteChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the channel.
                 * @example ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedAnswer"];
                };
            };
        };
    };
    updateChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the channel.
                 * @example ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateChannel"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelAnswer"];
                };
            };
        };
    };
    reconnectChannel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the channel.
                 * @example ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelAnswer"];
                };
            };
        };
    };
    verifyAddressOfChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the channel.
                 * @example ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example 1158201444 */
                    "text/plain": string;
                };
            };
        };
    };
    receiveChannelEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the channel.
                 * @example ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description Whatever the platform sends. */
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description What the platform wants to hear. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                     *         "reply": "Hello!"
                     *       }
                     *     }
                     */
                    "application/json": unknown;
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                per_page?: number;
                /** @description What it came by: telegram, slack, discord, whatsapp, webhook, or api, widget and so on without a channel. */
                platform?: string;
                /** @description The channel that it came by. */
                channel_id?: string;
                /** @description The user, in the words of the platform. */
                user_id?: string;
                /** @description How it stands. */
                status?: components["schemas"]["ConversationStatus"];
                /** @description Only with a message at this time or later. */
                from?: string;
                /** @description Only with their last message before this time. */
                to?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the bot.
                 * @example bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                bot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPageAnswer"];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                };
            };
        };
    };
    deleteConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedAnswer"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                per_page?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePageAnswer"];
                };
            };
        };
    };
    listAgentLoops: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                per_page?: number;
                /** @description Only these. */
                status?: components["schemas"]["AgentLoopStatus"];
                /** @description Part of the name. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentLoopPageAnswer"];
                };
            };
        };
    };
    createAgentLoop: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAgentLoop"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedAgentLoopAnswer"];
                };
            };
        };
    };
    getAgentLoop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent loop.
                 * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentLoopAnswer"];
                };
            };
        };
    };
    deleteAgentLoop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent loop.
                 * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedAnswer"];
                };
            };
        };
    };
    updateAgentLoop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent loop.
                 * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateAgentLoop"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentLoopAnswer"];
                };
            };
        };
    };
    runAgentLoop: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the agent loop.
                 * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunAgentLoop"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionAnswer"];
                };
            };
        };
    };
    listExecutions: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                per_page?: number;
                /** @description Only these. */
                status?: components["schemas"]["ExecutionStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the agent loop.
                 * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionPageAnswer"];
                };
            };
        };
    };
    getExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the execution.
                 * @example exec_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                execution_id: string;
                /**
                 * @description Id of the agent loop.
                 * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionWithStepsAnswer"];
                };
            };
        };
    };
    cancelExecution: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the execution.
                 * @example exec_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                execution_id: string;
                /**
                 * @description Id of the agent loop.
                 * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionAnswer"];
                };
            };
        };
    };
    followExecution: {
        parameters: {
            query?: never;
            header?: {
                /** @description Id of the last event that you saw. */
                "Last-Event-ID"?: string;
            };
            path: {
                /**
                 * @description Id of the execution.
                 * @example exec_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                execution_id: string;
                /**
                 * @description Id of the agent loop.
                 * @example loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["ExecutionFrame"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPageAnswer"];
                };
            };
        };
    };
    registerWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhook"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhookAnswer"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the webhook.
                 * @example wh_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedAnswer"];
                };
            };
        };
    };
    onBotMessageReceived: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the hexadecimal HMAC-SHA256 of the body under the secret.
                 * @example sha256=5257a869...
                 */
                "X-Webhook-Signature": string;
                /**
                 * @description Name of the event.
                 * @example bot.message_received
                 */
                "X-Webhook-Event": string;
                /**
                 * @description Id of the delivery, the same in every attempt.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "X-Webhook-Id": string;
                /**
                 * @description Unix seconds of the attempt.
                 * @example 1896091200
                 */
                "X-Webhook-Timestamp": string;
                /**
                 * @description As X-Webhook-Id (Standard Webhooks).
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "webhook-id": string;
                /**
                 * @description As X-Webhook-Timestamp (Standard Webhooks).
                 * @example 1896091200
                 */
                "webhook-timestamp": string;
                /**
                 * @description Signatures separated by blanks (Standard Webhooks).
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *       "event": "bot.message_received",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "bot_id": "bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "channel_id": "ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "message_id": "msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "user": {
                 *           "id": "42",
                 *           "username": "johndoe",
                 *           "name": "John"
                 *         },
                 *         "content": "Hello"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["BotMessageReceivedDelivery"];
            };
        };
        responses: {
            /** @description It was received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onIntegrationFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the hexadecimal HMAC-SHA256 of the body under the secret.
                 * @example sha256=5257a869...
                 */
                "X-Webhook-Signature": string;
                /**
                 * @description Name of the event.
                 * @example integration.failed
                 */
                "X-Webhook-Event": string;
                /**
                 * @description Id of the delivery, the same in every attempt.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "X-Webhook-Id": string;
                /**
                 * @description Unix seconds of the attempt.
                 * @example 1896091200
                 */
                "X-Webhook-Timestamp": string;
                /**
                 * @description As X-Webhook-Id (Standard Webhooks).
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "webhook-id": string;
                /**
                 * @description As X-Webhook-Timestamp (Standard Webhooks).
                 * @example 1896091200
                 */
                "webhook-timestamp": string;
                /**
                 * @description Signatures separated by blanks (Standard Webhooks).
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *       "event": "integration.failed",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "bot_id": "bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "integration_id": "int_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "error": "The back-end answered with 500.",
                 *         "status_code": 500,
                 *         "integration_name": "OpenAI GPT-4",
                 *         "final": true
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["IntegrationFailedDelivery"];
            };
        };
        responses: {
            /** @description It was received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAgentLoopCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the hexadecimal HMAC-SHA256 of the body under the secret.
                 * @example sha256=5257a869...
                 */
                "X-Webhook-Signature": string;
                /**
                 * @description Name of the event.
                 * @example agent_loop.completed
                 */
                "X-Webhook-Event": string;
                /**
                 * @description Id of the delivery, the same in every attempt.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "X-Webhook-Id": string;
                /**
                 * @description Unix seconds of the attempt.
                 * @example 1896091200
                 */
                "X-Webhook-Timestamp": string;
                /**
                 * @description As X-Webhook-Id (Standard Webhooks).
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "webhook-id": string;
                /**
                 * @description As X-Webhook-Timestamp (Standard Webhooks).
                 * @example 1896091200
                 */
                "webhook-timestamp": string;
                /**
                 * @description Signatures separated by blanks (Standard Webhooks).
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *       "event": "agent_loop.completed",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "agent_loop_id": "loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "agent_loop_name": "Daily Sales Report",
                 *         "execution_id": "exec_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "status": "completed",
                 *         "result": {
                 *           "output": "Sales rose by 4 %.",
                 *           "iterations_used": 3,
                 *           "tool_calls": 2
                 *         },
                 *         "metadata": {
                 *           "started_at": "2030-01-31T12:00:00.000Z",
                 *           "completed_at": "2030-01-31T12:00:45.500Z",
                 *           "duration_seconds": 45.5,
                 *           "model": "gpt-4",
                 *           "tokens_used": 1200
                 *         },
                 *         "error": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AgentLoopCompletedDelivery"];
            };
        };
        responses: {
            /** @description It was received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onChannelDisconnected: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `sha256=` and the hexadecimal HMAC-SHA256 of the body under the secret.
                 * @example sha256=5257a869...
                 */
                "X-Webhook-Signature": string;
                /**
                 * @description Name of the event.
                 * @example channel.disconnected
                 */
                "X-Webhook-Event": string;
                /**
                 * @description Id of the delivery, the same in every attempt.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "X-Webhook-Id": string;
                /**
                 * @description Unix seconds of the attempt.
                 * @example 1896091200
                 */
                "X-Webhook-Timestamp": string;
                /**
                 * @description As X-Webhook-Id (Standard Webhooks).
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "webhook-id": string;
                /**
                 * @description As X-Webhook-Timestamp (Standard Webhooks).
                 * @example 1896091200
                 */
                "webhook-timestamp": string;
                /**
                 * @description Signatures separated by blanks (Standard Webhooks).
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *       "event": "channel.disconnected",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "channel_id": "ch_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "bot_id": "bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "type": "telegram",
                 *         "reason": "Unauthorized"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChannelDisconnectedDelivery"];
            };
        };
        responses: {
            /** @description It was received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
