/** Made by generate.mjs from docs/openapi; do not change it by hand. */
import type { Upload } from '../uploads/upload';

export interface webhooks {
    "chat.message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * chat.message
         * @description A message of a chat was stored, whoever wrote it. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onChatMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "chat.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * chat.completed
         * @description A chat was completed, or had no message for the configured time. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onChatCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "document.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * document.created
         * @description A document was created. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onDocumentCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "document.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * document.updated
         * @description A document has a new version. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onDocumentUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "file.uploaded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * file.uploaded
         * @description An upload was accepted; it is being processed. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onFileUploaded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "file.processed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * file.processed
         * @description A file has been processed: searches find it, or it failed. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onFileProcessed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "knowledge.added": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * knowledge.added
         * @description A text was added to the knowledge and is found by searches. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onKnowledgeAdded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        ChatText: {
            /**
             * @description Always `text`.
             * @constant
             */
            type: "text";
            /**
             * @description What comes next in the answer.
             * @example You can reset your
             */
            content: string;
        };
        TokenUsage: {
            /** @description Tokens that the model read. */
            prompt_tokens: number;
            /** @description Tokens that the model wrote. */
            completion_tokens: number;
            /** @description Both together. */
            total_tokens: number;
        };
        ChatDone: {
            /**
             * @description Always `done`.
             * @constant
             */
            type: "done";
            /**
             * @description Id of the chat.
             * @example chat_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            chat_id: string;
            /**
             * @description Id of the answer, if it was kept.
             * @example msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            message_id?: string;
            /** @description Tokens that were used; none when no model was asked. */
            usage: components["schemas"]["TokenUsage"];
        };
        ChatFailureReason: {
            /**
             * @description What was wrong, for a program.
             * @example SERVICE_UNAVAILABLE
             */
            code: string;
            /** @description What was wrong, for a person. */
            message: string;
        };
        ChatFailure: {
            /**
             * @description Always `error`.
             * @constant
             */
            type: "error";
            /** @description Why the answer ends here. */
            error: components["schemas"]["ChatFailureReason"];
        };
        SendMessage: {
            /**
             * @description What the user says.
             * @example Hello, how can you help me today?
             */
            message: string;
            /**
             * @description What is to answer: the slug of a bot of the team (when the chat is begun), or the name of a registered model. Any other name is accepted and means the default.
             * @example gpt-4
             */
            model?: string | null;
            /**
             * @description Whether the answer is streamed as server-sent events.
             * @default false
             */
            stream?: boolean | null;
            /**
             * @description Uploaded files that go with the message: ids, or objects with a `file_id`.
             * @default []
             * @example [
             *       "file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b"
             *     ]
             */
            attachments?: (string | components["schemas"]["AttachedFile"])[] | null;
        };
        ChatAnswer: {
            /**
             * @description Id of the chat.
             * @example chat_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /** @description The answer. */
            message: string;
            /**
             * @description The model that was asked for, else the one that answered.
             * @example gpt-4
             */
            model: string;
            /** @description Tokens that were used; none when no model was asked. */
            usage: components["schemas"]["TokenUsage"];
            /**
             * Format: date-time
             * @description When it was answered.
             */
            created_at: string;
            /**
             * @description Id of the answer, if it was kept; it is not while a person has the chat.
             * @example msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            message_id?: string;
        };
        ChatMessage: {
            /**
             * @description Its id.
             * @example msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /** @description Who spoke: people of the team are `assistant`, too. */
            role: components["schemas"]["ChatMessageRole"];
            /** @description What was said. */
            content: string;
            /**
             * Format: date-time
             * @description When it was said.
             */
            timestamp: string;
        };
        ChatHistory: {
            /**
             * @description Id of the chat.
             * @example chat_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            chat_id: string;
            /** @description All that was said, oldest first. */
            messages: components["schemas"]["ChatMessage"][];
            /**
             * Format: date-time
             * @description When the chat began.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the last message came.
             */
            updated_at: string;
        };
        CompletedChat: {
            /**
             * @description Id of the chat.
             * @example chat_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            chat_id: string;
            /**
             * @description Always `completed`; another message opens the chat again.
             * @constant
             */
            status: "completed";
            /**
             * Format: date-time
             * @description When it was completed.
             */
            completed_at: string;
        };
        CreateDocument: {
            /**
             * @description What it is called. Blanks around it are removed.
             * @example My Document
             */
            title: string;
            /**
             * @description What it says. It may be empty.
             * @example # Document Title
             *
             *     This is the document content.
             */
            content: string;
            /**
             * @description What kind of text it is.
             * @default markdown
             * @example markdown
             */
            type?: components["schemas"]["DocumentType"];
        };
        Document: {
            /**
             * @description Its id.
             * @example doc_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description What it is called.
             * @example My Document
             */
            title: string;
            /** @description What it says. */
            content: string;
            /** @description What kind of text it is. */
            type: components["schemas"]["DocumentType"];
            /** @description Number of its version, from 1. Every update makes one more; the earlier ones are kept. */
            version: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When its last version was made.
             */
            updated_at: string;
        };
        DocumentList: {
            /** @description Entries of all slices together. */
            total: number;
            /** @description Entries at most, as it was applied. */
            limit: number;
            /** @description Entries that were left out before the first. */
            offset: number;
            /** @description Newest first, by when they were made. */
            documents: components["schemas"]["Document"][];
        };
        UpdateDocument: {
            /**
             * @description What it is called. Blanks around it are removed.
             * @example Updated Document
             */
            title?: string;
            /**
             * @description What it says. It may be empty.
             * @example # Updated Document Title
             */
            content?: string;
            /** @description What kind of text it is. */
            type?: components["schemas"]["DocumentType"];
        };
        UploadFile: {
            /**
             * @description What it is about.
             * @example Optional file description
             */
            description?: string;
            /**
             * @description Labels to narrow searches by: the field repeated, a JSON array, or a list separated by commas.
             * @example [
             *       "tag1",
             *       "tag2"
             *     ]
             */
            tags?: string[];
            /**
             * Format: binary
             * @description The file: txt, md, html, csv, json, pdf, docx, pptx, xlsx or eml; or an image, which goes with messages.
             */
            file: Upload;
        };
        FileInfo: {
            /**
             * @description Its id.
             * @example file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description Its name.
             * @example handbook.pdf
             */
            filename: string;
            /** @description Its size in bytes. */
            size: number;
            /**
             * @description Its media type.
             * @example application/pdf
             */
            type: string;
            /** @description `processing` until searches find all of it. New content that fails leaves it `completed` with what was there before. */
            status: components["schemas"]["FileState"];
            /**
             * @description Where its content is downloaded, with the same credentials.
             * @example /api/files/file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b/content
             */
            upload_url: string;
            /** @description What it is about. */
            description: string | null;
            /** @description Its labels. */
            tags: string[];
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
        };
        FileList: {
            /** @description Entries of all slices together. */
            total: number;
            /** @description Entries at most, as it was applied. */
            limit: number;
            /** @description Entries that were left out before the first. */
            offset: number;
            /** @description Newest first. */
            files: components["schemas"]["FileInfo"][];
        };
        FileStatus: {
            /**
             * @description Its id.
             * @example file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /** @description `processing` until searches find all of it. New content that fails leaves it `completed` with what was there before. */
            status: components["schemas"]["FileState"];
            /**
             * Format: date-time
             * @description When processing ended; null until then.
             */
            processed_at: string | null;
            /** @description Pieces that searches find; 0 until it is completed. */
            chunks_created: number;
            /** @description Why it failed; null unless it did. */
            error: string | null;
            /** @description Why content that was sent to replace it failed, if it did: searches go on finding what was there before. */
            replacement_error?: string;
        };
        AddKnowledge: {
            /**
             * @description The text, plain or Markdown.
             * @example This is important information to remember.
             */
            content: string;
            /**
             * @description What it is about. Default: how the content begins.
             * @example Important Note
             */
            title?: string | null;
            /**
             * @description Where it comes from, in your words; searches can be narrowed by it.
             * @default manual
             * @example manual
             */
            source_type?: string | null;
            /**
             * @description Labels to narrow searches by.
             * @example [
             *       "important",
             *       "note"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description Anything that you want to keep with it.
             * @example {
             *       "category": "general"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
        };
        KnowledgeItem: {
            /**
             * @description Its id.
             * @example know_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /** @description What it is about. */
            title: string;
            /** @description The text. */
            content: string;
            /**
             * @description Where it comes from.
             * @example manual
             */
            source_type: string;
            /** @description Its labels. */
            tags: string[];
            /** @description What you keep with it. */
            metadata: {
                [key: string]: unknown;
            };
            /** @description Pieces that searches find. */
            chunks_created: number;
            /**
             * Format: date-time
             * @description When it was added.
             */
            created_at: string;
        };
        SearchFilters: {
            /**
             * @description Only what comes from there: `document` for uploaded files, else as it was added.
             * @example document
             */
            source_type?: string | null;
            /**
             * @description Only what has one of these labels.
             * @example [
             *       "integration"
             *     ]
             */
            tags?: string[] | null;
        };
        SearchKnowledge: {
            /**
             * @description What to look for.
             * @example How to integrate with Microsoft Teams?
             */
            query: string;
            /**
             * @description `semantic`: what most probably answers the query. `text`: what contains every word of it.
             * @default semantic
             */
            type?: components["schemas"]["SearchKnowledgeType"];
            /**
             * @description Results at most.
             * @default 5
             */
            limit?: number;
            /** @description What to look among. */
            filters?: components["schemas"]["SearchFilters"] | null;
        };
        ResultSource: {
            /**
             * @description The file or knowledge item.
             * @example file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /** @description Name of the file, or title of the knowledge item. */
            filename: string | null;
            /**
             * @description `document` for uploaded files, else as it was added.
             * @example document
             */
            type: string;
        };
        SearchResult: {
            /**
             * @description Its id, the same as long as the text is.
             * @example chunk_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b_0
             */
            id: string;
            /** @description The piece of text that was found. */
            content: string;
            /** @description Calibrated probability that it answers the query. */
            score: number;
            /** @description Where it stands. */
            source: components["schemas"]["ResultSource"];
            /** @description What is kept with it. */
            metadata: {
                [key: string]: unknown;
            };
        };
        SearchResults: {
            /** @description Best first. */
            results: components["schemas"]["SearchResult"][];
            /** @description How many were found, within the limit. */
            total: number;
            /** @description Seconds that the search took. */
            query_time: number;
        };
        CreateWebhook: {
            /**
             * @description http or https address on the public internet that events are sent to with POST.
             * @example https://your-app.com/webhook
             */
            url: string;
            /**
             * @description Which events are sent.
             * @example [
             *       "chat.message",
             *       "document.created",
             *       "file.uploaded"
             *     ]
             */
            events: components["schemas"]["CreateWebhookEvent"][];
            /**
             * @description Signs what is sent; one that is not given is made. `whsec_` and base64 is the form of Standard Webhooks.
             * @example your_webhook_secret
             */
            secret?: string | null;
        };
        CreatedWebhook: {
            /**
             * @description Its id.
             * @example wh_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description Address that events are sent to.
             * @example https://your-app.com/webhook
             */
            url: string;
            /**
             * @description Which events are sent.
             * @example [
             *       "chat.message",
             *       "document.created",
             *       "file.uploaded"
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
        Webhook: {
            /**
             * @description Its id.
             * @example wh_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description Address that events are sent to.
             * @example https://your-app.com/webhook
             */
            url: string;
            /**
             * @description Which events are sent.
             * @example [
             *       "chat.message",
             *       "document.created",
             *       "file.uploaded"
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
        WebhookList: {
            /** @description Oldest first. */
            webhooks: components["schemas"]["Webhook"][];
            /** @description How many there are. */
            total: number;
        };
        ChatMessageData: {
            /** @description The chat. */
            chat_id: string;
            /** @description The message. */
            message_id: string;
            /** @description The user whom the chat is with, in the words of the caller who holds it. */
            user_id: string;
            /** @description What was said. */
            content: string;
            /** @description Who said it; people of the team are `assistant`, too. */
            role: components["schemas"]["ChatMessageDataRole"];
        };
        ChatCompletedData: {
            /** @description The chat. */
            chat_id: string;
            /** @description Messages of both sides. */
            message_count: number;
            /**
             * Format: date-time
             * @description When it was completed.
             */
            completed_at: string;
        };
        DocumentEventData: {
            /** @description The document. */
            document_id: string;
            /** @description What it is called. */
            title: string;
            /**
             * @description What kind of text it is.
             * @example markdown
             */
            type: string;
            /** @description Number of the version that was made. */
            version: number;
        };
        FileUploadedData: {
            /** @description The file. */
            file_id: string;
            /** @description Its name. */
            filename: string;
            /** @description Its size in bytes. */
            size: number;
            /**
             * @description Its media type.
             * @example application/pdf
             */
            type: string;
        };
        FileProcessedData: {
            /** @description The file. */
            file_id: string;
            /** @description Whether searches find it. */
            status: components["schemas"]["FileProcessedDataStatus"];
            /** @description Pieces that searches find; 0 when it failed. */
            chunks_created: number;
            /** @description Why it failed; null unless it did. */
            error: string | null;
        };
        KnowledgeAddedData: {
            /** @description The knowledge item. */
            knowledge_id: string;
            /** @description What it is about. */
            title: string;
            /**
             * @description Where it comes from.
             * @example manual
             */
            source_type: string;
            /**
             * @description Its labels.
             * @example [
             *       "important"
             *     ]
             */
            tags: string[];
        };
        Error: {
            error: components["schemas"]["ErrorInfo"];
        };
        /** @enum {string} */
        ChatMessageRole: "user" | "assistant" | "system";
        /** @enum {string} */
        DocumentType: "markdown" | "code" | "text" | "html" | "csv" | "json";
        /** @enum {string} */
        FileState: "processing" | "completed" | "failed";
        /** @enum {string} */
        SearchKnowledgeType: "semantic" | "text";
        /** @enum {string} */
        CreateWebhookEvent: "chat.message" | "chat.completed" | "document.created" | "document.updated" | "file.uploaded" | "file.processed" | "knowledge.added";
        /** @enum {string} */
        ChatMessageDataRole: "user" | "assistant";
        /** @enum {string} */
        FileProcessedDataStatus: "completed" | "failed";
        /** @enum {string} */
        ErrorCode: "INVALID_REQUEST" | "INVALID_API_KEY" | "INSUFFICIENT_PERMISSIONS" | "RESOURCE_NOT_FOUND" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "RATE_LIMITED" | "SERVICE_UNAVAILABLE" | "INTERNAL_ERROR";
        AttachedFile: {
            /** @description Id of a file. */
            file_id: string;
        };
        RefusedField: {
            /** @description Path of the field, e.g. `filters.tags`. */
            field: string;
            /** @description What is accepted. */
            message: string;
        };
        /** @description Which fields were refused. */
        ErrorDetails: {
            /** @description Required fields that were not there. */
            missing_fields?: string[];
            /** @description All that were refused. */
            fields?: components["schemas"]["RefusedField"][];
        };
        /** @description What was wrong. */
        ErrorInfo: {
            /** @description What was wrong, for a program. */
            code: components["schemas"]["ErrorCode"];
            /** @description What was wrong, for a person. */
            message: string;
            details?: components["schemas"]["ErrorDetails"];
        };
        ChatFrameData: components["schemas"]["ChatText"] | components["schemas"]["ChatDone"] | components["schemas"]["ChatFailure"];
        /**
         * @description Server-sent events without names: any number of `{"type": "text", "content": "..."}`, then `{"type": "done",
         *     "chat_id", "message_id", "usage"}`; or `{"type": "error", "error": {"code", "message"}}`. The contents, joined, equal the stored
         *     text. `X-Chat-Id` tells the chat before.
         */
        ChatFrame: {
            data: components["schemas"]["ChatFrameData"];
        };
        ChatMessageDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "chat.message";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["ChatMessageData"];
        };
        ChatCompletedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "chat.completed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["ChatCompletedData"];
        };
        DocumentCreatedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "document.created";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["DocumentEventData"];
        };
        DocumentUpdatedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "document.updated";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["DocumentEventData"];
        };
        FileUploadedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "file.uploaded";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["FileUploadedData"];
        };
        FileProcessedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "file.processed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["FileProcessedData"];
        };
        KnowledgeAddedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "knowledge.added";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["KnowledgeAddedData"];
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
                    "application/json": components["schemas"]["ChatAnswer"];
                    "text/event-stream": components["schemas"]["ChatFrame"];
                };
            };
        };
    };
    continueChat: {
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
                 * @description Id of the chat.
                 * @example chat_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                chat_id: string;
            };
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
                    "application/json": components["schemas"]["ChatAnswer"];
                    "text/event-stream": components["schemas"]["ChatFrame"];
                };
            };
        };
    };
    getHistoryOfChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the chat.
                 * @example chat_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
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
    completeChat: {
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
                 * @description Id of the chat.
                 * @example chat_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
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
                    "application/json": components["schemas"]["CompletedChat"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description Entries at most; more than 100 count as 100. */
                limit?: number;
                /** @description Entries to leave out before the first. */
                offset?: number;
                /** @description Only documents of this type. */
                type?: components["schemas"]["DocumentType"];
                /** @description Only documents with this in their title or content, whatever the case. */
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
                    "application/json": components["schemas"]["DocumentList"];
                };
            };
        };
    };
    createDocument: {
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
                "application/json": components["schemas"]["CreateDocument"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document.
                 * @example doc_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                document_id: string;
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
                    "application/json": components["schemas"]["Document"];
                };
            };
        };
    };
    updateDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document.
                 * @example doc_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateDocument"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
        };
    };
    uploadFile: {
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
                "multipart/form-data": components["schemas"]["UploadFile"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileInfo"];
                };
            };
        };
    };
    listFiles: {
        parameters: {
            query?: {
                /** @description Entries at most; more than 100 count as 100. */
                limit?: number;
                /** @description Entries to leave out before the first. */
                offset?: number;
                /** @description Only files of this status. */
                status?: components["schemas"]["FileState"];
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
                    "application/json": components["schemas"]["FileList"];
                };
            };
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the file.
                 * @example file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                file_id: string;
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
                    "application/json": components["schemas"]["FileInfo"];
                };
            };
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the file.
                 * @example file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getStatusOfFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the file.
                 * @example file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                file_id: string;
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
                    "application/json": components["schemas"]["FileStatus"];
                };
            };
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the file.
                 * @example file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
                 */
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Upload;
                };
            };
        };
    };
    addKnowledge: {
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
                "application/json": components["schemas"]["AddKnowledge"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeItem"];
                };
            };
        };
    };
    searchKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchKnowledge"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
        };
    };
    configureWebhook: {
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
                    "application/json": components["schemas"]["CreatedWebhook"];
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onChatMessage: {
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
                 * @example chat.message
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
                 *       "event": "chat.message",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chat_id": "chat_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "message_id": "msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "user_id": "user_42",
                 *         "content": "How do I reset my password?",
                 *         "role": "user"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChatMessageDelivery"];
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
    onChatCompleted: {
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
                 * @example chat.completed
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
                 *       "event": "chat.completed",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chat_id": "chat_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "message_count": 4,
                 *         "completed_at": "2030-01-31T12:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChatCompletedDelivery"];
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
    onDocumentCreated: {
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
                 * @example document.created
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
                 *       "event": "document.created",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "document_id": "doc_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "title": "My Document",
                 *         "type": "markdown",
                 *         "version": 1
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DocumentCreatedDelivery"];
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
    onDocumentUpdated: {
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
                 * @example document.updated
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
                 *       "event": "document.updated",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "document_id": "doc_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "title": "My Document",
                 *         "type": "markdown",
                 *         "version": 2
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DocumentUpdatedDelivery"];
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
    onFileUploaded: {
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
                 * @example file.uploaded
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
                 *       "event": "file.uploaded",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "file_id": "file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "filename": "handbook.pdf",
                 *         "size": 48210,
                 *         "type": "application/pdf"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FileUploadedDelivery"];
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
    onFileProcessed: {
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
                 * @example file.processed
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
                 *       "event": "file.processed",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "file_id": "file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "status": "completed",
                 *         "chunks_created": 12,
                 *         "error": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FileProcessedDelivery"];
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
    onKnowledgeAdded: {
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
                 * @example knowledge.added
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
                 *       "event": "knowledge.added",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "knowledge_id": "know_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "title": "Important Note",
                 *         "source_type": "manual",
                 *         "tags": [
                 *           "important",
                 *           "note"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["KnowledgeAddedDelivery"];
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
