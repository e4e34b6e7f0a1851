/** Made by generate.mjs from docs/openapi; do not change it by hand. */
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AnswerStarted: {
            /**
             * @description The conversation.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /** @description With it a page goes on with this conversation. Only when a public key has begun it. */
            conversation_token?: string;
            /** @description The answer that is being made. */
            message_id: string;
            /** @description What the user said, among the messages. */
            user_message_id: string;
            /**
             * Format: date-time
             * @description When it was asked.
             */
            timestamp: string;
        };
        Citation: {
            /**
             * @description `[number]` in the text refers to it.
             * @example 1
             */
            number: number;
            /**
             * @description The article.
             * @example kb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /** @description Its title. */
            title: string;
            /** @description Heading above the passage. */
            section?: string;
            /** @description What the answer rests on. */
            passage: string;
            /** @description Calibrated probability that the passage answers the message. */
            score: number;
            /** @description Address of the article: `url` of its metadata. */
            url?: string;
        };
        AnswerDelta: {
            /**
             * @description What comes next in the answer.
             * @example You can reset your
             */
            text: string;
        };
        ConversationAnswer: {
            /**
             * @description The conversation.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /** @description The answer. Never empty. */
            response: string;
            /**
             * @description Calibrated probability that the answer is right, from the articles.
             * @example 0.92
             */
            confidence: number;
            /**
             * @description Articles that the answer rests on, best first.
             * @example [
             *       "kb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b"
             *     ]
             */
            sources: string[];
            /** @description Whether a person is waited for, or answers. */
            escalated: boolean;
            /**
             * Format: date-time
             * @description When it was answered.
             */
            timestamp: string;
            /** @description The answer among the messages; null when it is only a notice, as that a person will answer. */
            message_id: string | null;
            /** @description What the user said, among the messages. */
            user_message_id: string;
            /** @description Who answers: the bot; the bot while a person is waited for; a person. */
            handling: components["schemas"]["Handling"];
            /** @description How the conversation stands. */
            status: components["schemas"]["ConversationStatus"];
            /** @description The person who was chosen, or answers; null while there is none. */
            assigned_agent: string | null;
            /** @description Passages that the text refers to. */
            citations: components["schemas"]["Citation"][];
            /** @description With it a page goes on with this conversation. Only when a public key has begun it. */
            conversation_token?: string;
        };
        SendMessage: {
            /**
             * @description What the user says.
             * @example How do I reset my password?
             */
            message: string;
            /**
             * @description The end user, in your own words.
             * @example user_12345
             */
            user_id: string;
            /**
             * @description What they write through: chat, api, email, widget, sms and so on.
             * @default api
             * @example chat
             */
            channel?: string | null;
            /**
             * @description What is kept with the conversation, in place of what was kept before.
             * @example {
             *       "user_email": "customer@example.com",
             *       "user_name": "John Doe"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Where to go on. Without it a conversation is begun.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id?: string | null;
            /** @description Whether the answer is streamed as server-sent events; so does `Accept: text/event-stream`. */
            stream?: boolean;
        };
        Author: {
            /** @description The person. */
            id: string;
            /** @description What they are called. */
            name: string;
        };
        MessageOfConversation: {
            /** @description The message. */
            id: string;
            /** @description Who spoke. `system` tells what happens with the conversation, and is left out unless asked for. */
            sender: components["schemas"]["Sender"];
            /** @description What was said. */
            content: string;
            /** @description Only of the bot: calibrated probability that it is right. */
            confidence?: number;
            /**
             * Format: date-time
             * @description When it was said.
             */
            timestamp: string;
            /** @description Only of the bot: passages that the text refers to. */
            citations?: components["schemas"]["Citation"][];
            /** @description Only of an agent: who it was. */
            author?: components["schemas"]["Author"];
        };
        ConversationWithMessages: {
            /**
             * @description The conversation.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /**
             * @description The end user.
             * @example user_12345
             */
            user_id: string;
            /**
             * @description What they write through.
             * @example chat
             */
            channel: string;
            /** @description What was said, oldest first. */
            messages: components["schemas"]["MessageOfConversation"][];
            /** @description How it stands. */
            status: components["schemas"]["ConversationStatus"];
            /**
             * Format: date-time
             * @description When it began.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the last message came.
             */
            updated_at: string;
            /** @description What is kept with it. */
            metadata: {
                [key: string]: unknown;
            };
            /** @description Who answers: the bot; the bot while a person is waited for; a person. */
            handling: components["schemas"]["Handling"];
            /** @description The person who was chosen, or answers; null while there is none. */
            assigned_agent: string | null;
            /** @description What they are called. */
            agent_name: string | null;
            /** @description Position of the last message here; `after` of the next request. */
            last_position: number;
            /** @description Whether there are later messages than these. */
            has_more: boolean;
            /**
             * Format: date-time
             * @description When it was resolved.
             */
            resolved_at: string | null;
        };
        SubmitFeedback: {
            /**
             * @description How well it went.
             * @example 5
             */
            rating: number;
            /**
             * @description What was said with it.
             * @example Very helpful
             */
            comment?: string | null;
            /** @description The message that is judged; the whole conversation unless given. */
            message_id?: string | null;
        };
        Feedback: {
            /**
             * @description The feedback.
             * @example fb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            feedback_id: string;
            /**
             * @description The conversation.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /** @description As it was given. */
            rating: number;
            /**
             * Format: date-time
             * @description When it was given.
             */
            created_at: string;
            /** @description The message that was judged. */
            message_id: string | null;
            /** @description What was said with it. */
            comment: string | null;
        };
        Resolved: {
            /**
             * @description The conversation.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /**
             * @description How it stands.
             * @constant
             */
            status: "resolved";
            /**
             * Format: date-time
             * @description Since when.
             */
            resolved_at: string;
        };
        Escalated: {
            /**
             * @description The conversation.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /** @description True. */
            escalated: boolean;
            /** @description How it stands. */
            status: components["schemas"]["ConversationStatus"];
            /** @description Who answers. */
            handling: components["schemas"]["Handling"];
            /** @description The person who was chosen, or answers; null while there is none. */
            assigned_agent: string | null;
        };
        LiveMessage: {
            /** @description The message. */
            id: string;
            /** @description Who spoke. `system` tells what happens with the conversation, and is left out unless asked for. */
            sender: components["schemas"]["Sender"];
            /** @description What was said. */
            content: string;
            /** @description Only of the bot: calibrated probability that it is right. */
            confidence?: number;
            /**
             * Format: date-time
             * @description When it was said.
             */
            timestamp: string;
            /** @description Only of the bot: passages that the text refers to. */
            citations?: components["schemas"]["Citation"][];
            /** @description Only of an agent: who it was. */
            author?: components["schemas"]["Author"];
            /** @description Place in the conversation, from 1. */
            position: number;
        };
        HandlingChange: {
            /** @description Who answers from now on. */
            handling: components["schemas"]["Handling"];
            /** @description How the conversation stands. */
            status: components["schemas"]["ConversationStatus"];
            /** @description The person who was chosen, or answers; null while there is none. */
            assigned_agent: string | null;
            /** @description What they are called. */
            agent_name: string | null;
        };
        WriteArticle: {
            /**
             * @description What it is about.
             * @example Password Reset Guide
             */
            title: string;
            /**
             * @description What it says: plain text or Markdown.
             * @example Open the login page, click on 'Forgot Password', enter your email and follow the link.
             */
            content: string;
            /**
             * @description Where it belongs. In an update absent leaves it and null clears it, as with tags and metadata.
             * @example account-management
             */
            category?: string | null;
            /**
             * @description What it can be found by.
             * @example [
             *       "password",
             *       "security",
             *       "login"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description Anything that you want to keep with it. An `url` in it becomes the link of citations.
             * @example {
             *       "author": "support_team",
             *       "last_updated": "2026-01-12"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** @description The article to write anew; without it one is added. */
            article_id?: string | null;
        };
        WrittenArticle: {
            /**
             * @description The article.
             * @example kb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            article_id: string;
            /** @description Whether answers may rest on it. */
            status: components["schemas"]["ArticleStatus"];
            /** @description Whether it is found now. */
            indexed: boolean;
            /**
             * Format: date-time
             * @description When it was added.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was written last.
             */
            updated_at: string;
        };
        Article: {
            /**
             * @description The article.
             * @example kb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            article_id: string;
            /** @description Whether answers may rest on it. */
            status: components["schemas"]["ArticleStatus"];
            /** @description Whether it is found now. */
            indexed: boolean;
            /**
             * Format: date-time
             * @description When it was added.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was written last.
             */
            updated_at: string;
            /** @description What it is about. */
            title: string;
            /** @description What it says. */
            content: string;
            /** @description Where it belongs. */
            category: string | null;
            /** @description What it can be found by. */
            tags: string[];
            /** @description What is kept with it. */
            metadata: {
                [key: string]: unknown;
            };
        };
        Articles: {
            /** @description Oldest first. */
            articles: components["schemas"]["Article"][];
            /** @description Articles of all pages together. */
            total: number;
            /** @description Which page, from 1. */
            page: number;
            /** @description Articles per page. */
            limit: number;
        };
        Period: {
            /**
             * @description First day.
             * @example 2026-01-01
             */
            start: string;
            /**
             * @description Last day.
             * @example 2026-01-31
             */
            end: string;
        };
        Metrics: {
            /** @description Begun in the period. */
            total_conversations: number;
            /** @description Of those, the ones that needed no person. */
            ai_resolved: number;
            /** @description Of those, the ones that did. */
            escalated: number;
            /** @description ai_resolved / total_conversations; 0 without conversations. */
            resolution_rate: number;
            /** @description Seconds from a message to the bot's answer, on average; 0 without answers. */
            avg_response_time: number;
            /** @description Mean of the feedback, 1 to 5; null without any. */
            customer_satisfaction: number | null;
        };
        EscalationFigures: {
            /**
             * @description How often a person was needed, by reason.
             * @example {
             *       "low_confidence": 7,
             *       "user_request": 2
             *     }
             */
            by_reason: {
                [key: string]: unknown;
            };
            /** @description Seconds until a person accepted, on average; null when nobody has. */
            avg_waiting_time: number | null;
            /** @description Seconds from then until it was over, on average; null when none is. */
            avg_handling_time: number | null;
        };
        Breakdown: {
            /**
             * @description First day of it.
             * @example 2026-01-01
             */
            date: string;
            /** @description Begun within it. */
            conversations?: number;
            /** @description As in `metrics`. */
            ai_resolved?: number;
            /** @description As in `metrics`. */
            escalated?: number;
            /** @description As in `metrics`. */
            resolution_rate?: number;
            /** @description As in `metrics`. */
            avg_response_time?: number;
            /** @description As in `metrics`. */
            customer_satisfaction?: number | null;
        };
        Analytics: {
            /** @description The days that were asked for. */
            period: components["schemas"]["Period"];
            /** @description Of the whole period. */
            metrics: components["schemas"]["Metrics"];
            /** @description How people were needed in the conversations of the period. */
            escalations: components["schemas"]["EscalationFigures"];
            /** @description By day. */
            daily_breakdown?: components["schemas"]["Breakdown"][];
            /** @description By week, from Monday; the first one may begin before the period. */
            weekly_breakdown?: components["schemas"]["Breakdown"][];
            /** @description By month. */
            monthly_breakdown?: components["schemas"]["Breakdown"][];
        };
        Error: {
            error: components["schemas"]["ErrorInfo"];
        };
        /** @enum {string} */
        Handling: "bot" | "waiting" | "human";
        /** @enum {string} */
        ConversationStatus: "active" | "escalated" | "resolved";
        /** @enum {string} */
        Sender: "user" | "ai" | "agent" | "system";
        /** @enum {string} */
        ArticleStatus: "published" | "draft";
        /** @enum {string} */
        ErrorCode: "invalid_request" | "unauthorized" | "forbidden" | "not_found" | "conflict" | "payload_too_large" | "rate_limit_exceeded" | "service_unavailable" | "internal_error";
        /** @enum {string} */
        AnalyticsMetrics: "conversations" | "ai_resolved" | "escalated" | "resolution_rate" | "avg_response_time" | "customer_satisfaction";
        /** @enum {string} */
        AnalyticsGroupBy: "day" | "week" | "month";
        /** @description The first field that was refused. */
        ErrorDetails: {
            /** @description Path within the input, as `metadata.user_email`. */
            field: string;
            /** @description What it must be. */
            expected: string;
        };
        /** @description What was wrong. */
        ErrorInfo: {
            /** @description What was wrong, for a program. */
            code: components["schemas"]["ErrorCode"];
            /** @description What was wrong, for a person. */
            message: string;
            details?: components["schemas"]["ErrorDetails"];
            /** @description Equals the header `X-Request-Id`. */
            request_id: string;
        };
        AnswerStartedFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "started";
            data: components["schemas"]["AnswerStarted"];
        };
        AnswerSourcesFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "sources";
            /** @description What it tells. */
            data: components["schemas"]["Citation"][];
        };
        AnswerDeltaFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "delta";
            data: components["schemas"]["AnswerDelta"];
        };
        AnswerDoneFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "done";
            data: components["schemas"]["ConversationAnswer"];
        };
        AnswerWithdrawnFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "withdrawn";
            data: components["schemas"]["ConversationAnswer"];
        };
        AnswerErrorFrame: {
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
         * @description Server-sent events, each with an `id`: `started`, `sources` (the citations), any number of `delta` with
         *     `{"text": "..."}`, then `done` with the JSON answer, or `withdrawn` with it when a person took over meanwhile; or `error` with
         *     the error body. The deltas, joined, equal the response. The answer is kept also when you leave; read on at
         *     `/replies/{message_id}` with `Last-Event-ID`.
         */
        AnswerFrame: components["schemas"]["AnswerStartedFrame"] | components["schemas"]["AnswerSourcesFrame"] | components["schemas"]["AnswerDeltaFrame"] | components["schemas"]["AnswerDoneFrame"] | components["schemas"]["AnswerWithdrawnFrame"] | components["schemas"]["AnswerErrorFrame"];
        ConversationFeedMessageFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "message";
            data: components["schemas"]["LiveMessage"];
        };
        ConversationFeedHandlingFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "handling";
            data: components["schemas"]["HandlingChange"];
        };
        ConversationFeedErrorFrame: {
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
         * @description Server-sent events for as long as you stay: `message` for everything that is said, beginning after `after` (its `id`
         *     is its position), and `handling` when the bot, or a person, takes the conversation over.
         */
        ConversationFeedFrame: components["schemas"]["ConversationFeedMessageFrame"] | components["schemas"]["ConversationFeedHandlingFrame"] | components["schemas"]["ConversationFeedErrorFrame"];
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createConversationOrSendMessage: {
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
                "application/json": components["schemas"]["SendMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                    "text/event-stream": components["schemas"]["AnswerFrame"];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: {
                /** @description `system`: also the messages that tell what happens with the conversation. */
                include?: "system"[];
                /** @description Only messages after this position. */
                after?: number;
                /** @description At most so many messages, the oldest of those that are asked for. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                conversation_id: string;
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
                    "application/json": components["schemas"]["ConversationWithMessages"];
                };
            };
        };
    };
    submitFeedback: {
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
                 * @description Id of the conversation.
                 * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitFeedback"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
        };
    };
    resolveConversation: {
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
                 * @description Id of the conversation.
                 * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                conversation_id: string;
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
                    "application/json": components["schemas"]["Resolved"];
                };
            };
        };
    };
    askForPerson: {
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
                 * @description Id of the conversation.
                 * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                conversation_id: string;
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
                    "application/json": components["schemas"]["Escalated"];
                };
            };
        };
    };
    followConversation: {
        parameters: {
            query?: {
                /** @description `system`: also the messages that tell what happens with the conversation. */
                include?: "system"[];
                /** @description Only messages after this position. */
                after?: number;
            };
            header?: {
                /** @description Position of the last message that you saw. */
                "Last-Event-ID"?: string;
            };
            path: {
                /**
                 * @description Id of the conversation.
                 * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                conversation_id: string;
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
                    "text/event-stream": components["schemas"]["ConversationFeedFrame"];
                };
            };
        };
    };
    resumeStreamedAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Id of the last frame that you saw. */
                "Last-Event-ID"?: string;
            };
            path: {
                /**
                 * @description Id of the message.
                 * @example msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                message_id: string;
                /**
                 * @description Id of the conversation.
                 * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An event stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["AnswerFrame"];
                };
            };
            /** @description Everything was told already. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createConversation: {
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
                "application/json": components["schemas"]["SendMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationAnswer"];
                    "text/event-stream": components["schemas"]["AnswerFrame"];
                };
            };
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
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
                    "application/json": components["schemas"]["Articles"];
                };
            };
        };
    };
    addOrUpdateArticle: {
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
                "application/json": components["schemas"]["WriteArticle"];
            };
        };
        responses: {
            /** @description Updated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenArticle"];
                };
            };
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenArticle"];
                };
            };
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the article.
                 * @example kb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                article_id: string;
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
                    "application/json": components["schemas"]["Article"];
                };
            };
        };
    };
    deleteArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the article.
                 * @example kb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                article_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAnalytics: {
        parameters: {
            query: {
                /** @description First day, in UTC. */
                start_date: string;
                /** @description Last day, in UTC. */
                end_date: string;
                /** @description Columns of the breakdown, separated by commas; all unless given. `metrics` is always complete. */
                metrics?: components["schemas"]["AnalyticsMetrics"][];
                /** @description What the breakdown goes by. Weeks begin on Monday. */
                group_by?: components["schemas"]["AnalyticsGroupBy"];
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
                    "application/json": components["schemas"]["Analytics"];
                };
            };
        };
    };
    getChatWidget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The script. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/javascript": string;
                };
            };
            /** @description The caller has it: `If-None-Match` names its `ETag`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
