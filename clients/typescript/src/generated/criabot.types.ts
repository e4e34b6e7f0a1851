/** Made by generate.mjs from docs/openapi; do not change it by hand. */
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ServerHealth: {
            /**
             * @description `ok` as long as requests are served.
             * @constant
             */
            status: "ok";
            /** @description Seconds since the process started. */
            uptime: number;
            /** @description Version of the product. */
            version: string;
        };
        ChatStarted: {
            /**
             * @description The HTTP status again.
             * @example 200
             */
            status: number;
            /** @description What was done, for a person. */
            message: string;
            /** @description Unix time in seconds. */
            timestamp: number;
            /**
             * @description What was done, for a program.
             * @constant
             */
            code: "SUCCESS";
            /** @description Id of the chat. */
            chat_id: string;
        };
        SendChat: {
            /**
             * @description What the user says.
             * @example What is the capital of France?
             */
            prompt: string;
            /**
             * @description The bot that answers.
             * @example my-new-bot-name
             */
            bot_name: string;
            /** @description Bots whose documents and questions are searched as well. */
            extra_bots?: string[];
            /** @description Which nodes are looked at, by their metadata and that of their documents: `must`, `must_not` and `should` are lists of conditions in the form of Qdrant, as `{"key": "city", "match": {"value": "York"}}`. */
            metadata_filter?: {
                [key: string]: unknown;
            } | null;
        };
        ChatContent: {
            /**
             * @description Who speaks.
             * @constant
             */
            role: "assistant";
            /** @description What is said. */
            content: string;
            /**
             * @description Always empty: replies are text.
             * @example []
             */
            assets: unknown[];
        };
        TokenUsage: {
            /** @description Tokens that were read. */
            prompt_tokens: number;
            /** @description Tokens that were written. */
            completion_tokens: number;
            /** @description Both. */
            total_tokens: number;
        };
        RelatedPrompt: {
            /** @description To be shown. */
            label: string;
            /** @description To be sent. */
            prompt: string;
            /** @description Whether a model made it up. */
            llm_generated: boolean;
        };
        ContextNode: {
            /** @description Id of the node. */
            id: string;
            /** @description Title of the document, or the phrasing of the question. */
            title: string;
            /** @description Its text; of a question the answer. */
            text: string;
            /** @description Of the node and its document. */
            metadata: {
                [key: string]: unknown;
            };
            /** @description Calibrated probability that it answers the prompt. */
            score: number;
        };
        ReplyContext: {
            /** @description Whether a question was written for the prompt, or texts are quoted. */
            context_type: components["schemas"]["ContextType"];
            /** @description What the reply rests on, best first. */
            nodes: components["schemas"]["ContextNode"][];
        };
        LabelledUsage: {
            /** @description Tokens that were read. */
            prompt_tokens: number;
            /** @description Tokens that were written. */
            completion_tokens: number;
            /** @description Both. */
            total_tokens: number;
            /**
             * @description What the tokens were used for.
             * @example reply
             */
            usage_label: string;
        };
        Shortfall: {
            /**
             * @description What was missing, for a program.
             * @example embedding_unavailable
             */
            reason: string;
            /** @description The same for a person. */
            message: string;
        };
        ChatReply: {
            /** @description The prompt. */
            prompt: string;
            /** @description The reply. */
            message: string;
            /** @description The reply as a message. */
            content: components["schemas"]["ChatContent"];
            /** @description Of the reply alone; all zero when no model was asked. */
            completion_usage: components["schemas"]["TokenUsage"];
            /** @description What may be asked next. */
            related_prompts: components["schemas"]["RelatedPrompt"][];
            /** @description What the reply rests on; null when the knowledge does not hold the answer. */
            context: components["schemas"]["ReplyContext"] | null;
            /** @description The nodes of the context by the index that holds them. */
            group_responses: {
                [key: string]: unknown;
            };
            /** @description What rerank models were asked for, in the units of their providers. */
            search_units: number;
            /** @description Of each use of a model. */
            token_usage: components["schemas"]["LabelledUsage"][];
            /** @description Of all uses of models. */
            total_usage: components["schemas"]["TokenUsage"];
            /** @description Whether it is the answer of a question, word for word. */
            verified_response: boolean;
            /**
             * @description The model that spoke; `none` when no model was asked.
             * @example extractive
             */
            model: string;
            /** @description What the reply had to do without: models that failed, searches by meaning. */
            shortfalls: components["schemas"]["Shortfall"][];
        };
        ChatAnswered: {
            /**
             * @description The HTTP status again.
             * @example 200
             */
            status: number;
            /** @description What was done, for a person. */
            message: string;
            /** @description Unix time in seconds. */
            timestamp: number;
            /**
             * @description What was done, for a program.
             * @constant
             */
            code: "SUCCESS";
            /** @description The reply. */
            reply: components["schemas"]["ChatReply"];
        };
        Answer: {
            /**
             * @description The HTTP status again.
             * @example 200
             */
            status: number;
            /** @description What was done, for a person. */
            message: string;
            /** @description Unix time in seconds. */
            timestamp: number;
            /**
             * @description What was done, for a program.
             * @constant
             */
            code: "SUCCESS";
        };
        HistoryBlock: {
            /**
             * @description Kind of the block.
             * @constant
             */
            block_type: "text";
            /** @description Its text. */
            text: string;
        };
        HistoryMetadata: {
            /** @description Tokens of the message. */
            token_count: number;
        };
        HistoryMessage: {
            /** @description Who speaks. */
            role: components["schemas"]["HistoryMessageRole"];
            /** @description What is said. */
            blocks: components["schemas"]["HistoryBlock"][];
            /** @description Always empty. */
            additional_kwargs: {
                [key: string]: unknown;
            };
            /** @description About the message. */
            metadata: components["schemas"]["HistoryMetadata"];
        };
        ChatHistory: {
            /**
             * @description The HTTP status again.
             * @example 200
             */
            status: number;
            /** @description What was done, for a person. */
            message: string;
            /** @description Unix time in seconds. */
            timestamp: number;
            /**
             * @description What was done, for a program.
             * @constant
             */
            code: "SUCCESS";
            /** @description What the bot has in mind of the chat, oldest first. */
            history: components["schemas"]["HistoryMessage"][];
        };
        ChatExists: {
            /**
             * @description The HTTP status again.
             * @example 200
             */
            status: number;
            /** @description What was done, for a person. */
            message: string;
            /** @description Unix time in seconds. */
            timestamp: number;
            /**
             * @description What was done, for a program.
             * @constant
             */
            code: "SUCCESS";
            /** @description Whether messages can be sent to it. */
            exists: boolean;
        };
        CreateBot: {
            /**
             * @description Tokens of the conversation that the model is shown, the newest messages first.
             * @default 2000
             */
            max_input_tokens?: number;
            /**
             * @description Tokens of a reply at most.
             * @default 1024
             */
            max_reply_tokens?: number;
            /**
             * @description Sampling temperature.
             * @default 0.9
             */
            temperature?: number;
            /**
             * @description Nucleus sampling; 0 leaves it to the model.
             * @default 0
             */
            top_p?: number;
            /**
             * @description Nodes that are fetched of each index.
             * @default 10
             */
            top_k?: number;
            /**
             * @description Score that a fetched node must reach.
             * @default 0.5
             */
            min_k?: number;
            /**
             * @description Nodes that are kept after reranking.
             * @default 3
             */
            top_n?: number;
            /**
             * @description Score that a reranked node must reach.
             * @default 0.7
             */
            min_n?: number;
            /**
             * @description Whether the model proposes what to ask next.
             * @default true
             */
            llm_generate_related_prompts?: boolean;
            /**
             * @description Said when the knowledge does not hold the answer; the empty text leaves it to the model to say so.
             * @default Sorry, I'm not sure about that.
             */
            no_context_message?: string;
            /**
             * @description Whether a guess begins with that message.
             * @default false
             */
            no_context_use_message?: boolean;
            /**
             * @description Whether the model may guess what the knowledge does not hold.
             * @default false
             */
            no_context_llm_guess?: boolean;
            /**
             * @description Instructions for the model.
             * @default null
             */
            system_message?: string | null;
            /**
             * @description Id of the registered model that generates.
             * @example 1
             */
            llm_model_id: number;
            /**
             * @description Id of the registered model that embeds.
             * @example 2
             */
            embedding_model_id: number;
            /**
             * @description Id of the registered model that reranks.
             * @example 3
             */
            rerank_model_id: number;
        };
        BotCreated: {
            /**
             * @description The HTTP status again.
             * @example 200
             */
            status: number;
            /** @description What was done, for a person. */
            message: string;
            /** @description Unix time in seconds. */
            timestamp: number;
            /**
             * @description What was done, for a program.
             * @constant
             */
            code: "SUCCESS";
            /**
             * @description Opens this bot alone. It is shown only here.
             * @example bk_…
             */
            bot_api_key: string;
        };
        UpdateBot: {
            /**
             * @description Id of the registered model that generates.
             * @example 1
             */
            llm_model_id?: number;
            /**
             * @description Id of the registered model that embeds.
             * @example 2
             */
            embedding_model_id?: number;
            /**
             * @description Id of the registered model that reranks.
             * @example 3
             */
            rerank_model_id?: number;
            /**
             * @description Tokens of the conversation that the model is shown, the newest messages first.
             * @default 2000
             */
            max_input_tokens?: number;
            /**
             * @description Tokens of a reply at most.
             * @default 1024
             */
            max_reply_tokens?: number;
            /**
             * @description Sampling temperature.
             * @default 0.9
             */
            temperature?: number;
            /**
             * @description Nucleus sampling; 0 leaves it to the model.
             * @default 0
             */
            top_p?: number;
            /**
             * @description Nodes that are fetched of each index.
             * @default 10
             */
            top_k?: number;
            /**
             * @description Score that a fetched node must reach.
             * @default 0.5
             */
            min_k?: number;
            /**
             * @description Nodes that are kept after reranking.
             * @default 3
             */
            top_n?: number;
            /**
             * @description Score that a reranked node must reach.
             * @default 0.7
             */
            min_n?: number;
            /**
             * @description Whether the model proposes what to ask next.
             * @default true
             */
            llm_generate_related_prompts?: boolean;
            /**
             * @description Said when the knowledge does not hold the answer; the empty text leaves it to the model to say so.
             * @default Sorry, I'm not sure about that.
             */
            no_context_message?: string;
            /**
             * @description Whether a guess begins with that message.
             * @default false
             */
            no_context_use_message?: boolean;
            /**
             * @description Whether the model may guess what the knowledge does not hold.
             * @default false
             */
            no_context_llm_guess?: boolean;
            /**
             * @description Instructions for the model.
             * @default null
             */
            system_message?: string | null;
        };
        BotInfo: {
            /** @description Its name. */
            name: string;
            /** @description Its id. */
            id: number;
            /**
             * @description When it was made: ISO 8601 in UTC, without a zone.
             * @example 2030-01-31T12:00:00.000
             */
            created: string;
        };
        BotParams: {
            /** @description Tokens of the conversation that the model is shown. */
            max_input_tokens: number;
            /** @description Tokens of a reply at most. */
            max_reply_tokens: number;
            /** @description Sampling temperature. */
            temperature: number;
            /** @description Nucleus sampling. */
            top_p: number;
            /** @description Nodes that are fetched of each index. */
            top_k: number;
            /** @description Score that a fetched node must reach. */
            min_k: number;
            /** @description Nodes that are kept after reranking. */
            top_n: number;
            /** @description Score that a reranked node must reach. */
            min_n: number;
            /** @description Whether the model proposes what to ask next. */
            llm_generate_related_prompts: boolean;
            /** @description Said when the knowledge does not hold the answer. */
            no_context_message: string;
            /** @description Whether a guess begins with that message. */
            no_context_use_message: boolean;
            /** @description Whether the model may guess what the knowledge does not hold. */
            no_context_llm_guess: boolean;
            /** @description Instructions for the model. */
            system_message: string | null;
            /** @description Id of the bot. */
            bot_id: number;
            /** @description Id of the parameters, which is that of the bot. */
            id: number;
        };
        BotModelIds: {
            /** @description The model that generates; null when the bot names one otherwise. */
            llm_model_id: number | null;
            /** @description The model that embeds. */
            embedding_model_id: number;
            /** @description The model that reranks. */
            rerank_model_id: number;
        };
        BotAbout: {
            /** @description What it is. */
            info: components["schemas"]["BotInfo"];
            /** @description How it answers. */
            params: components["schemas"]["BotParams"];
            /** @description By ids of registered models. */
            models: components["schemas"]["BotModelIds"];
        };
        BotAboutAnswer: {
            /**
             * @description The HTTP status again.
             * @example 200
             */
            status: number;
            /** @description What was done, for a person. */
            message: string;
            /** @description Unix time in seconds. */
            timestamp: number;
            /**
             * @description What was done, for a program.
             * @constant
             */
            code: "SUCCESS";
            /** @description All about the bot. */
            about: components["schemas"]["BotAbout"];
        };
        DocumentNode: {
            /**
             * @description The text.
             * @example This is a test node.
             */
            text: string;
            /**
             * @description Type of unstructured.io; `text` is read as `NarrativeText`. Titles head the nodes that follow.
             * @default UncategorizedText
             */
            type?: string | null;
            /**
             * @description Messages can be narrowed by it.
             * @default {}
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
        };
        DocumentAsset: {
            /** @description Its id. */
            uuid: string;
            /**
             * @description Media type of the data.
             * @example image/png
             */
            data_mimetype: string;
            /** @description The data in base64. */
            data_base64: string;
            /**
             * @description What it shows; it is found by this.
             * @default
             */
            description?: string | null;
        };
        DocumentContents: {
            /** @description The text, in pieces. */
            nodes: components["schemas"]["DocumentNode"][];
            /** @description What goes with it, such as pictures. */
            assets?: components["schemas"]["DocumentAsset"][] | null;
        };
        UploadedDocument: {
            /**
             * @description What names it, unique among the documents of the bot.
             * @example my-test-document.json
             */
            file_name: string;
            /** @description What stands in it. */
            file_contents: components["schemas"]["DocumentContents"];
            /**
             * @description Messages can be narrowed by it.
             * @default {}
             */
            file_metadata?: {
                [key: string]: unknown;
            } | null;
        };
        ContentStored: {
            /**
             * @description The HTTP status again.
             * @example 200
             */
            status: number;
            /** @description What was done, for a person. */
            message: string;
            /** @description Unix time in seconds. */
            timestamp: number;
            /**
             * @description What was done, for a program.
             * @constant
             */
            code: "SUCCESS";
            /** @description What names it from now on. */
            document_name: string;
            /** @description Tokens that an embedding model has read. */
            token_usage: number;
        };
        ContentNames: {
            /**
             * @description The HTTP status again.
             * @example 200
             */
            status: number;
            /** @description What was done, for a person. */
            message: string;
            /** @description Unix time in seconds. */
            timestamp: number;
            /**
             * @description What was done, for a program.
             * @constant
             */
            code: "SUCCESS";
            /** @description Oldest first. */
            document_names: string[];
        };
        QuestionRelatedPrompt: {
            /** @description What is shown. */
            label: string;
            /** @description The message that it stands for. */
            prompt: string;
        };
        QuestionContents: {
            /**
             * @description The ways to ask.
             * @example [
             *       "What is the capital of France?"
             *     ]
             */
            questions: string[];
            /**
             * @description The answer.
             * @example Paris
             */
            answer: string;
            /**
             * @description False: the answer is given as it stands, and no model is asked.
             * @default true
             */
            llm_reply?: boolean;
            /** @description What may be asked next. */
            related_prompts?: components["schemas"]["QuestionRelatedPrompt"][] | null;
        };
        UploadedQuestion: {
            /**
             * @description What names it, unique among the questions of the bot. Default of an upload: `question-<uuid>`.
             * @example my-test-question.json
             */
            file_name?: string | null;
            /** @description What stands in it. */
            file_contents: components["schemas"]["QuestionContents"];
            /**
             * @description Messages can be narrowed by it.
             * @default {}
             */
            file_metadata?: {
                [key: string]: unknown;
            } | null;
        };
        Error: {
            /** @description The HTTP status again. */
            status: number;
            /** @description What was wrong, for a person. */
            message: string;
            /** @description Unix time in seconds. */
            timestamp: number;
            /** @description What was wrong, for a program. */
            code: components["schemas"]["ErrorCode"];
            /** @description On 401 a text, on 422 the refused fields. */
            detail?: unknown;
        };
        /** @enum {string} */
        ContextType: "QUESTION" | "TEXT";
        /** @enum {string} */
        HistoryMessageRole: "user" | "assistant" | "system";
        /** @enum {string} */
        ErrorCode: "ERROR" | "UNAUTHORIZED" | "NOT_FOUND" | "DUPLICATE" | "RATE_LIMIT" | "CRIADEX_ERROR";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    showHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerHealth"];
                };
            };
        };
    };
    ping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    startChat: {
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
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatStarted"];
                };
            };
        };
    };
    queryBot: {
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
                /** @description Id of the chat. */
                chat_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendChat"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatAnswered"];
                };
            };
        };
    };
    sendMessage: {
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
                /** @description Id of the chat. */
                chat_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendChat"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatAnswered"];
                };
            };
        };
    };
    endChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the chat. */
                chat_id: string;
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
                    "application/json": components["schemas"]["Answer"];
                };
            };
        };
    };
    showHistoryOfChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the chat. */
                chat_id: string;
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
                    "application/json": components["schemas"]["ChatHistory"];
                };
            };
        };
    };
    checkIfChatExists: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the chat. */
                chat_id: string;
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
                    "application/json": components["schemas"]["ChatExists"];
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
            path: {
                /** @description Name of the bot. */
                bot_name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBot"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotCreated"];
                };
            };
        };
    };
    configureBot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the bot. */
                bot_name: string;
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
                    "application/json": components["schemas"]["Answer"];
                };
            };
        };
    };
    deleteBot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the bot. */
                bot_name: string;
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
                    "application/json": components["schemas"]["Answer"];
                };
            };
        };
    };
    showBot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the bot. */
                bot_name: string;
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
                    "application/json": components["schemas"]["BotAboutAnswer"];
                };
            };
        };
    };
    uploadDocument: {
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
                /** @description Name of the bot. */
                bot_name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadedDocument"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentStored"];
                };
            };
        };
    };
    updateDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the bot. */
                bot_name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadedDocument"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentStored"];
                };
            };
        };
    };
    deleteDocument: {
        parameters: {
            query: {
                /** @description The `document_name` that the upload answered. */
                document_name: string;
            };
            header?: never;
            path: {
                /** @description Name of the bot. */
                bot_name: string;
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
                    "application/json": components["schemas"]["Answer"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description Which page, from 1. Without `page` and `page_size` all names are listed. */
                page?: number;
                /** @description Names per page; more than 1000 count as 1000. */
                page_size?: number;
            };
            header?: never;
            path: {
                /** @description Name of the bot. */
                bot_name: string;
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
                    "application/json": components["schemas"]["ContentNames"];
                };
            };
        };
    };
    uploadQuestion: {
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
                /** @description Name of the bot. */
                bot_name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadedQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentStored"];
                };
            };
        };
    };
    updateQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the bot. */
                bot_name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadedQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentStored"];
                };
            };
        };
    };
    deleteQuestion: {
        parameters: {
            query: {
                /** @description The `document_name` that the upload answered. */
                document_name: string;
            };
            header?: never;
            path: {
                /** @description Name of the bot. */
                bot_name: string;
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
                    "application/json": components["schemas"]["Answer"];
                };
            };
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                /** @description Which page, from 1. Without `page` and `page_size` all names are listed. */
                page?: number;
                /** @description Names per page; more than 1000 count as 1000. */
                page_size?: number;
            };
            header?: never;
            path: {
                /** @description Name of the bot. */
                bot_name: string;
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
                    "application/json": components["schemas"]["ContentNames"];
                };
            };
        };
    };
}
