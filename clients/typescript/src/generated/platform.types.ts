/** Made by generate.mjs from docs/openapi; do not change it by hand. */
import type { Upload } from '../uploads/upload';

export interface webhooks {
    "message.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * message.received
         * @description An end user's message was stored. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onMessageReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * message.sent
         * @description An answer to the end user was stored: of the chatbot, or of a person who took its place. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onMessageSent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * conversation.started
         * @description The first message of a session arrived. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onConversationStarted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * conversation.ended
         * @description A session had no message for the configured time, or its chatbot was deleted. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onConversationEnded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * user.registered
         * @description A user registered. Webhooks of administrators hear it of every user. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onUserRegistered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "chatbot.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * chatbot.created
         * @description A chatbot was created. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onChatbotCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "training.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * training.completed
         * @description A training session has ended: completed, failed or cancelled. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onTrainingCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * conversation.created
         * @description A conversation was begun: `conversation.started` in the words of the support API. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onConversationCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.escalated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * conversation.escalated
         * @description A conversation needs a person. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onConversationEscalated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.resolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * conversation.resolved
         * @description A conversation was resolved. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onConversationResolved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "feedback.submitted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * feedback.submitted
         * @description A person judged an answer or a conversation. Any 2xx within the time limit is success; everything else is tried again.
         */
        post: operations["onFeedbackSubmitted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Account: {
            /**
             * Format: uuid
             * @description Id of the user.
             */
            id: string;
            /**
             * @description Username.
             * @example jane_doe
             */
            username: string;
            /**
             * Format: email
             * @description E-mail address.
             * @example jane@example.com
             */
            email: string;
            /** @description Administrators manage the installation. */
            role: components["schemas"]["UserRole"];
            /** @description What the user may do in the team. */
            teamRole: components["schemas"]["TeamRole"];
            /** @description False: the user was disabled. */
            isActive: boolean;
            /**
             * Format: date-time
             * @description When the user registered.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the account was last changed.
             */
            updatedAt: string;
        };
        RegisteredAccount: {
            /** @description The new user. */
            user: components["schemas"]["Account"];
        };
        RegisterUser: {
            /**
             * @description Unique in any mixture of upper and lower case; without @.
             * @example jane_doe
             */
            username: string;
            /**
             * Format: email
             * @description Unique. It can be used to log in.
             * @example jane@example.com
             */
            email: string;
            /**
             * @description Any characters.
             * @example Sup3rSecret!
             */
            password: string;
        };
        NewLogin: {
            /** @description JSON Web Token for `Authorization: Bearer`. */
            accessToken: string;
            /** @description Exchanges the login for fresh tokens, once, within 30 days. */
            refreshToken: string;
            /**
             * @description Seconds until the access token expires.
             * @example 3600
             */
            expiresIn: number;
            /**
             * @description How the access token is sent.
             * @constant
             */
            tokenType: "Bearer";
            /** @description Who logged in. */
            user: components["schemas"]["Account"];
        };
        LogInUser: {
            /**
             * @description Username or e-mail address.
             * @example jane_doe
             */
            username?: string;
            /** @description E-mail address, instead of `username`. */
            email?: string;
            /**
             * @description The password.
             * @example Sup3rSecret!
             */
            password: string;
        };
        RefreshedLogin: {
            /** @description JSON Web Token for `Authorization: Bearer`. */
            accessToken: string;
            /** @description Exchanges the login for fresh tokens, once, within 30 days. */
            refreshToken: string;
            /**
             * @description Seconds until the access token expires.
             * @example 3600
             */
            expiresIn: number;
            /**
             * @description How the access token is sent.
             * @constant
             */
            tokenType: "Bearer";
        };
        RefreshLogin: {
            /**
             * @description The refresh token; it stops working.
             * @example <refresh_token>
             */
            refreshToken: string;
        };
        LogOutUser: {
            /**
             * @description The refresh token of the login.
             * @example <refresh_token>
             */
            refreshToken?: string;
        };
        UpdateAccount: {
            /**
             * Format: email
             * @description A new e-mail address.
             * @example jane.doe@example.com
             */
            email?: string;
            /**
             * @description A new username.
             * @example jane_doe
             */
            username?: string;
            /**
             * @description A new password. It ends all other logins.
             * @example Sup3rSecret!
             */
            password?: string;
            /** @description The present password; required with `password`. */
            currentPassword?: string;
        };
        RequestedPasswordReset: {
            /** @description The token, only where EXPOSE_RESET_TOKEN is set and somebody has the address. */
            resetToken?: string;
        };
        RequestPasswordReset: {
            /**
             * Format: email
             * @description E-mail address of the account.
             * @example jane@example.com
             */
            email: string;
        };
        ResetPassword: {
            /**
             * @description The token of the mail.
             * @example <reset_token>
             */
            token: string;
            /**
             * @description The new password. It ends all logins.
             * @example N3wSecret!!
             */
            password: string;
        };
        NewSecretKey: {
            /**
             * Format: uuid
             * @description Id of the key.
             */
            id: string;
            /** @description Kind of key. */
            type: components["schemas"]["SecretKeyType"];
            /**
             * @description What the key is for.
             * @example Production Server
             */
            name: string;
            /**
             * Format: uuid
             * @description The chatbot that a public key opens; null for a secret one.
             */
            chatbotId: string | null;
            /** @description The only chatbots that a secret key is for; null for all. */
            chatbotIds: string[] | null;
            /** @description Origins of the pages that may use a public key. */
            allowedOrigins: string[];
            /**
             * @description The public key, which everybody can read in the pages that use it; null for a secret one.
             * @example pk_live_...
             */
            publicKey: string | null;
            /**
             * @description The first characters of the key.
             * @example sk_live_Xa9z
             */
            hint: string;
            /** @description What the key may do. */
            scopes: string[];
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it stops working; null is never.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null is never.
             */
            lastUsedAt: string | null;
            /**
             * @description The key. A secret one is shown this once and stored nowhere.
             * @example sk_live_...
             */
            apiKey: string;
        };
        CreateSecretKey: {
            /**
             * @description What the key is for.
             * @default default
             * @example Production Server
             */
            name?: string;
            /**
             * @description What the key may do; all that you may unless given. Any of chatbots:read, chatbots:write, bots:read, bots:write, models:read, models:write, knowledge:read, knowledge:write, documents:read, documents:write, files:read, files:write, training:read, training:write, analytics:read, analytics:write, webhooks:read, webhooks:write, integrations:read, integrations:write, channels:read, channels:write, conversations:read, conversations:write, agent-loops:read, agent-loops:write, chat:read, chat:write, admin.
             * @example [
             *       "chatbots:read",
             *       "chat:write"
             *     ]
             */
            scopes?: string[];
            /** @description When it stops working, in the future; never unless given. */
            expiresAt?: string;
            /**
             * @description Kind of key: a public one stands in web pages and may only begin conversations with its chatbot; it has no scopes.
             * @default secret
             */
            type?: components["schemas"]["SecretKeyType"];
            /**
             * @description The chatbot that a public key opens; needed for one, and for nothing else.
             * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
             */
            chatbotId?: string;
            /**
             * @description The only chatbots that a secret key is for; all unless given. What is not about one of them is refused to it.
             * @example [
             *       "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"
             *     ]
             */
            chatbotIds?: string[];
            /**
             * @description Origins of the pages that may use a public key. Without any, no page may.
             * @example [
             *       "https://www.example.com"
             *     ]
             */
            allowedOrigins?: string[];
        };
        SecretKey: {
            /**
             * Format: uuid
             * @description Id of the key.
             */
            id: string;
            /** @description Kind of key. */
            type: components["schemas"]["SecretKeyType"];
            /**
             * @description What the key is for.
             * @example Production Server
             */
            name: string;
            /**
             * Format: uuid
             * @description The chatbot that a public key opens; null for a secret one.
             */
            chatbotId: string | null;
            /** @description The only chatbots that a secret key is for; null for all. */
            chatbotIds: string[] | null;
            /** @description Origins of the pages that may use a public key. */
            allowedOrigins: string[];
            /**
             * @description The public key, which everybody can read in the pages that use it; null for a secret one.
             * @example pk_live_...
             */
            publicKey: string | null;
            /**
             * @description The first characters of the key.
             * @example sk_live_Xa9z
             */
            hint: string;
            /** @description What the key may do. */
            scopes: string[];
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it stops working; null is never.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null is never.
             */
            lastUsedAt: string | null;
        };
        Pagination: {
            /**
             * @description Items of all pages together.
             * @example 1
             */
            total: number;
            /**
             * @description How many pages there are.
             * @example 1
             */
            pages: number;
            /**
             * @description Which page it is.
             * @example 1
             */
            page: number;
            /**
             * @description Items of a full page.
             * @example 10
             */
            limit: number;
        };
        UpdateKey: {
            /** @description What the key is for. */
            name?: string;
            /**
             * @description What a secret key may do. Any of chatbots:read, chatbots:write, bots:read, bots:write, models:read, models:write, knowledge:read, knowledge:write, documents:read, documents:write, files:read, files:write, training:read, training:write, analytics:read, analytics:write, webhooks:read, webhooks:write, integrations:read, integrations:write, channels:read, channels:write, conversations:read, conversations:write, agent-loops:read, agent-loops:write, chat:read, chat:write, admin.
             * @example [
             *       "chatbots:read",
             *       "chat:write"
             *     ]
             */
            scopes?: string[];
            /** @description When it stops working, in the future; null is never. */
            expiresAt?: string | null;
        };
        RotatedSecretKey: {
            /**
             * Format: uuid
             * @description Id of the key.
             */
            id: string;
            /** @description Kind of key. */
            type: components["schemas"]["SecretKeyType"];
            /**
             * @description What the key is for.
             * @example Production Server
             */
            name: string;
            /**
             * Format: uuid
             * @description The chatbot that a public key opens; null for a secret one.
             */
            chatbotId: string | null;
            /** @description The only chatbots that a secret key is for; null for all. */
            chatbotIds: string[] | null;
            /** @description Origins of the pages that may use a public key. */
            allowedOrigins: string[];
            /**
             * @description The public key, which everybody can read in the pages that use it; null for a secret one.
             * @example pk_live_...
             */
            publicKey: string | null;
            /**
             * @description The first characters of the key.
             * @example sk_live_Xa9z
             */
            hint: string;
            /** @description What the key may do. */
            scopes: string[];
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it stops working; null is never.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null is never.
             */
            lastUsedAt: string | null;
            /**
             * @description The key. A secret one is shown this once and stored nowhere.
             * @example sk_live_...
             */
            apiKey: string;
            /**
             * Format: date-time
             * @description Until when the text before works; null: it works no more.
             */
            previousKeyWorksUntil: string | null;
        };
        RotateKey: {
            /**
             * @description Seconds that the text before still works, seven days at most.
             * @default 0
             * @example 3600
             */
            graceSeconds?: number;
        };
        TeamView: {
            /**
             * Format: uuid
             * @description Id of the team.
             */
            id: string;
            /**
             * @description What it is called.
             * @example Support
             */
            name: string;
            /** @description It decides the rate limits. */
            plan: components["schemas"]["Plan"];
            /**
             * @description People in the team.
             * @example 3
             */
            memberCount: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
        };
        UpdateTeam: {
            /**
             * @description A new name.
             * @example Support
             */
            name?: string;
        };
        UpdateMember: {
            /**
             * @description What somebody may do in the team: owners all; admins all but decide about owners; agents work on conversations; members build bots.
             * @example agent
             */
            role: components["schemas"]["TeamRole"];
        };
        MadeTeamInvitation: {
            /**
             * Format: uuid
             * @description Id of the invitation.
             */
            id: string;
            /**
             * Format: email
             * @description Who is invited.
             * @example joe@example.com
             */
            email: string;
            /** @description What somebody may do in the team: owners all; admins all but decide about owners; agents work on conversations; members build bots. */
            role: components["schemas"]["TeamRole"];
            /**
             * Format: uuid
             * @description Who invited; null when they are gone.
             */
            invitedBy: string | null;
            /**
             * @description Username of who invited.
             * @example jane_doe
             */
            invitedByName: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until when it can be accepted.
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description When its mail was last asked for.
             */
            sentAt: string;
            /** @description The token of the mail, only where EXPOSE_RESET_TOKEN is set. */
            token?: string;
        };
        CreateTeamInvitation: {
            /**
             * Format: email
             * @description Where the invitation is sent. Nobody with this address may have an account.
             * @example joe@example.com
             */
            email: string;
            /**
             * @description What somebody may do in the team: owners all; admins all but decide about owners; agents work on conversations; members build bots.
             * @example agent
             */
            role: components["schemas"]["TeamRole"];
        };
        TeamInvitation: {
            /**
             * Format: uuid
             * @description Id of the invitation.
             */
            id: string;
            /**
             * Format: email
             * @description Who is invited.
             * @example joe@example.com
             */
            email: string;
            /** @description What somebody may do in the team: owners all; admins all but decide about owners; agents work on conversations; members build bots. */
            role: components["schemas"]["TeamRole"];
            /**
             * Format: uuid
             * @description Who invited; null when they are gone.
             */
            invitedBy: string | null;
            /**
             * @description Username of who invited.
             * @example jane_doe
             */
            invitedByName: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until when it can be accepted.
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description When its mail was last asked for.
             */
            sentAt: string;
        };
        JoinedAccount: {
            /**
             * Format: uuid
             * @description Id of the user.
             */
            id: string;
            /**
             * @description Username.
             * @example jane_doe
             */
            username: string;
            /**
             * Format: email
             * @description E-mail address.
             * @example jane@example.com
             */
            email: string;
            /** @description Administrators manage the installation. */
            role: components["schemas"]["UserRole"];
            /** @description What the user may do in the team. */
            teamRole: components["schemas"]["TeamRole"];
            /** @description False: the user was disabled. */
            isActive: boolean;
            /**
             * Format: date-time
             * @description When the user registered.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the account was last changed.
             */
            updatedAt: string;
            /**
             * Format: uuid
             * @description The team that they joined.
             */
            teamId: string;
        };
        AcceptTeamInvitation: {
            /**
             * @description The token of the mail.
             * @example <invitation_token>
             */
            token: string;
            /**
             * @description Unique in any mixture of upper and lower case; without @.
             * @example joe
             */
            username: string;
            /**
             * @description Any characters.
             * @example Sup3rSecret!
             */
            password: string;
        };
        ManagedAccount: {
            /**
             * Format: uuid
             * @description Id of the user.
             */
            id: string;
            /**
             * @description Username.
             * @example jane_doe
             */
            username: string;
            /**
             * Format: email
             * @description E-mail address.
             * @example jane@example.com
             */
            email: string;
            /** @description Administrators manage the installation. */
            role: components["schemas"]["UserRole"];
            /** @description What the user may do in the team. */
            teamRole: components["schemas"]["TeamRole"];
            /** @description False: the user was disabled. */
            isActive: boolean;
            /**
             * Format: date-time
             * @description When the user registered.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the account was last changed.
             */
            updatedAt: string;
            /** @description Plan of the user's team. */
            plan: components["schemas"]["Plan"];
        };
        UpdateUser: {
            /** @description Administrators manage the installation. One at least must remain. */
            role?: components["schemas"]["UserRole"];
            /** @description False disables the user: their logins end, and their keys are refused. */
            isActive?: boolean;
            /**
             * Format: email
             * @description A new e-mail address.
             * @example jane.doe@example.com
             */
            email?: string;
            /**
             * @description A new username.
             * @example jane_doe
             */
            username?: string;
            /**
             * @description Plan of the user's team; it decides the rate limits.
             * @example pro
             */
            plan?: components["schemas"]["Plan"];
        };
        AuditActor: {
            /** @description `nobody` did not prove who they are; `system` is Parley itself. */
            type: components["schemas"]["AuditActorType"];
            /**
             * Format: uuid
             * @description Of the user or key.
             */
            id: string | null;
            /**
             * @description What the user or key was called then.
             * @example jane_doe
             */
            name: string | null;
        };
        AuditSubject: {
            /** @description Kind of thing. */
            type: components["schemas"]["AuditSubjectType"];
            /**
             * @description Its id.
             * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @description What it was called then.
             * @example Production Server
             */
            name: string | null;
        };
        AuditEntryView: {
            /**
             * Format: uuid
             * @description Id of the entry.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was done.
             */
            at: string;
            /** @description What was done. */
            act: components["schemas"]["AuditAct"];
            /**
             * Format: uuid
             * @description The team that it concerned.
             */
            teamId: string;
            /** @description Who did it. */
            actor: components["schemas"]["AuditActor"];
            /** @description With what it was done. */
            subject: components["schemas"]["AuditSubject"];
            /**
             * @description What else is known of it, by name.
             * @example {
             *       "scopes": [
             *         "chat:write"
             *       ]
             *     }
             */
            details: {
                [key: string]: unknown;
            };
            /**
             * @description IP address of the request; null for what a job did.
             * @example 203.0.113.7
             */
            ipAddress: string | null;
            /**
             * @description What the program that asked calls itself.
             * @example curl/8.5.0
             */
            userAgent: string | null;
            /**
             * @description Id of the request (`X-Request-Id`).
             * @example req_0193a1b2c3d4
             */
            requestId: string | null;
        };
        TeamBudget: {
            /**
             * Format: uuid
             * @description Its id; it stays when the limit is changed.
             */
            id: string;
            /** @description Whose use is bounded. */
            subject: components["schemas"]["BudgetSubject"];
            /**
             * @description Which key, chatbot or end user; null: the team, or each that has no such budget of its own.
             * @example customer-42
             */
            subjectId: string | null;
            /** @description What is counted: requests (messages to chatbots, completions, embeddings), or tokens that models read and write. */
            measure: components["schemas"]["BudgetMeasure"];
            /** @description Period of the calendar in UTC after which it begins anew. */
            period: components["schemas"]["BudgetPeriod"];
            /**
             * @description How much may be used in a period; 0 allows nothing.
             * @example 100
             */
            limit: number;
            /**
             * @description Used in this period; where it is the budget of many, by the one that has used most.
             * @example 12
             */
            used: number;
            /**
             * @description Which key, chatbot or end user has used it; null when nobody has, and of the team.
             * @example customer-42
             */
            usedBy: string | null;
            /**
             * @description What is left in this period.
             * @example 88
             */
            remaining: number;
            /**
             * Format: date-time
             * @description When the next period begins.
             */
            resetsAt: string;
            /**
             * Format: date-time
             * @description When it was set first.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was set last.
             */
            updatedAt: string;
        };
        PutBudget: {
            /**
             * @description Whose use is bounded.
             * @example end_user
             */
            subject: components["schemas"]["BudgetSubject"];
            /**
             * @description Which key (its id), chatbot (its id) or end user (as your requests call them). Absent or null: of each that has no such budget of its own. Must be absent for the team.
             * @example customer-42
             */
            subjectId?: string | null;
            /**
             * @description What is counted: requests (messages to chatbots, completions, embeddings), or tokens that models read and write.
             * @example requests
             */
            measure: components["schemas"]["BudgetMeasure"];
            /**
             * @description Period of the calendar in UTC after which it begins anew.
             * @example day
             */
            period: components["schemas"]["BudgetPeriod"];
            /**
             * @description How much may be used in a period; 0 allows nothing.
             * @example 100
             */
            limit: number;
        };
        UsedBySubject: {
            /**
             * @description The key, chatbot or end user; null: the team.
             * @example customer-42
             */
            subjectId: string | null;
            /**
             * @description Used in the period.
             * @example 12
             */
            used: number;
            /**
             * @description How much may be used; null when no budget bounds it now.
             * @example 100
             */
            limit: number | null;
        };
        BudgetUsage: {
            /** @description Whose use it is. */
            subject: components["schemas"]["BudgetSubject"];
            /** @description What is counted: requests (messages to chatbots, completions, embeddings), or tokens that models read and write. */
            measure: components["schemas"]["BudgetMeasure"];
            /** @description Period of the calendar in UTC after which it begins anew. */
            period: components["schemas"]["BudgetPeriod"];
            /**
             * Format: date-time
             * @description When the period begins.
             */
            from: string;
            /**
             * Format: date-time
             * @description When it ends, exclusive.
             */
            to: string;
            /** @description Who has used most comes first. */
            subjects: components["schemas"]["UsedBySubject"][];
        };
        TeamExport: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description How far it is; `expired` when its archive is no longer kept. */
            status: components["schemas"]["TeamExportStatus"];
            /** @description What is being written; null unless it is running. */
            stage: components["schemas"]["TeamExportStage"] | null;
            /** @description Percent. */
            percent: number;
            /** @description Of the archive; null until it is completed. */
            sizeBytes: number | null;
            /** @description Rows in it; null until it is completed. */
            rows: number | null;
            /** @description Original files in it; null until it is completed. */
            files: number | null;
            /** @description Why it has failed. */
            error: string | null;
            /**
             * Format: date-time
             * @description When it was first worked on.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended, in whatever way.
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the archive is kept; null until it is completed.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
        };
        TeamTableRows: {
            /**
             * @description What it holds, as exports call it.
             * @example conversation
             */
            table: string;
            /**
             * @description Rows of the team in it, counted up to 100,000.
             * @example 1200
             */
            rows: number;
        };
        TeamContents: {
            /** @description Where the team has something. */
            tables: components["schemas"]["TeamTableRows"][];
            /**
             * @description Stored files, counted up to 100,000 of a kind.
             * @example 12
             */
            files: number;
        };
        EraseTeam: {
            /**
             * @description Your present password.
             * @example Sup3rSecret!
             */
            password: string;
        };
        InstallationRetention: {
            /**
             * @description Of the log of webhook deliveries; null when nothing bounds it.
             * @example 30
             */
            webhookDeliveriesDays: number | null;
            /**
             * @description Of the audit log; null when nothing bounds it.
             * @example 30
             */
            auditLogDays: number | null;
        };
        RetentionSettings: {
            /**
             * @description Conversations, after their last message; null for ever.
             * @example 90
             */
            conversationsDays: number | null;
            /**
             * @description What is known of end users; null for ever.
             * @example 90
             */
            endUsersDays: number | null;
            /**
             * @description Words of end users beside lessons; null for ever.
             * @example 90
             */
            learningDays: number | null;
            /**
             * @description Figures; null for ever.
             * @example 90
             */
            analyticsDays: number | null;
            /**
             * @description The log of webhook deliveries; null for as long as the installation keeps it.
             * @example 90
             */
            webhookDeliveriesDays: number | null;
            /**
             * @description Executions of agent loops; null for ever.
             * @example 90
             */
            agentExecutionsDays: number | null;
            /**
             * @description Entries of the audit log; null for as long as the installation keeps them.
             * @example 90
             */
            auditLogDays: number | null;
            /** @description Days after which the installation removes it anyway, whatever the team says. */
            installation: components["schemas"]["InstallationRetention"];
            /**
             * Format: date-time
             * @description When they were last changed; null when never.
             */
            updatedAt: string | null;
        };
        UpdateRetention: {
            /**
             * @description Conversations, after their last message: with all messages, ratings, escalations and completions, and what messengers brought and were sent. Figures stay.
             * @example 90
             */
            conversationsDays?: number | null;
            /**
             * @description Context, entities and topics of end users, since they last changed or were mentioned.
             * @example 90
             */
            endUsersDays?: number | null;
            /**
             * @description Words of end users beside the lessons that were found in them.
             * @example 90
             */
            learningDays?: number | null;
            /**
             * @description Figures, and which users came when.
             * @example 90
             */
            analyticsDays?: number | null;
            /**
             * @description The log of webhook deliveries, and what can be replayed.
             * @example 90
             */
            webhookDeliveriesDays?: number | null;
            /**
             * @description Executions of agent loops, with their steps, since they ended.
             * @example 90
             */
            agentExecutionsDays?: number | null;
            /**
             * @description Entries of the audit log.
             * @example 90
             */
            auditLogDays?: number | null;
        };
        ModelAbilities: {
            /** @description Says its answers piece by piece. */
            streaming: boolean;
            /** @description Can be given tools to call. */
            tools: boolean;
            /** @description Can be held to JSON of a given form. */
            json: boolean;
            /** @description Understands images beside text. */
            images: boolean;
        };
        ModelOptions: {
            /**
             * @description Version of the API, of `azure-openai` only.
             * @example 2024-10-21
             */
            apiVersion?: string | null;
            /**
             * @description Length of its vectors, of embedding models that can shorten them.
             * @example 512
             */
            dimensions?: number | null;
            /**
             * @description Milliseconds until it begins to answer, and then between two pieces; 60,000 unless given.
             * @example 30000
             */
            timeoutMs?: number | null;
        };
        ModelCondition: {
            /** @description `failing`: the last call came to no good end; `untried`: there was none yet. */
            state: components["schemas"]["ModelConditionState"];
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string | null;
            /** @description What the provider said of its last failure. */
            lastError: string | null;
            /**
             * Format: date-time
             * @description After repeated failures calls are not passed on, and fallbacks answer: until then.
             */
            pausedUntil: string | null;
            /** @description Calls since the server was started. */
            calls: number;
            /** @description Those of them that failed. */
            failures: number;
        };
        RegisteredModel: {
            /**
             * @description Its id. 1 to 6 are the models of the installation.
             * @example 7
             */
            id: number;
            /** @description `llm` speaks, `embedding` makes vectors for searches, `rerank` orders what was found. */
            kind: components["schemas"]["ModelKind"];
            /** @description Whose API it is; `builtin` is the server itself. */
            provider: components["schemas"]["RegisteredModelProvider"];
            /**
             * @description Its name for people and bots.
             * @example GPT-4o of the sales team
             */
            name: string;
            /**
             * @description Its name at the provider.
             * @example gpt-4o
             */
            model: string;
            /** @description Address of the API; null: the provider's own, or that of the installation. */
            baseUrl: string | null;
            /** @description Whether a key is stored for it. */
            hasCredentials: boolean;
            /** @description Tokens that it reads and writes together; null when nobody said. */
            contextTokens: number | null;
            /** @description US dollars for a million tokens that it reads. */
            inputPrice: number | null;
            /** @description US dollars for a million tokens that it writes. */
            outputPrice: number | null;
            /** @description What it can do. */
            capabilities: components["schemas"]["ModelAbilities"];
            /** @description What only some models need. */
            settings: components["schemas"]["ModelOptions"];
            /** @description Whether it belongs to the installation: it can be used and tested, but not changed. */
            isPreset: boolean;
            /** @description What the server that answered knows of it from calling it. */
            status: components["schemas"]["ModelCondition"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        StatedAbilities: {
            /** @description Says its answers piece by piece. */
            streaming?: boolean;
            /** @description Can be given tools to call. */
            tools?: boolean;
            /** @description Can be held to JSON of a given form. */
            json?: boolean;
            /** @description Understands images beside text. */
            images?: boolean;
        };
        RegisterModel: {
            /** @description What it is for: `llm` speaks, `embedding` makes vectors for searches, `rerank` orders what was found. */
            kind: components["schemas"]["ModelKind"];
            /** @description Whose API it is. Language models: `openai-compatible` (OpenAI, vLLM, LM Studio and many others), `azure-openai`, `anthropic`, `google`, `ollama`. Embedding models: `openai-compatible`, `azure-openai`, `ollama`. Rerank models: `cohere`, `jina`, also of servers that speak like them. */
            provider: components["schemas"]["ChangeModelProvider"];
            /**
             * @description A name for people, unique among the models of your team whatever the case; bots may name it so.
             * @example GPT-4o of the sales team
             */
            name: string;
            /**
             * @description Its name at the provider; of `azure-openai`, the deployment.
             * @example gpt-4o
             */
            model: string;
            /**
             * @description Address of the API, for OpenAI-compatible ones with its version; null for the own address of the provider. `azure-openai` and `ollama` need one. It must be on the public internet, unless an administrator gives it. A change of it removes the key, unless that is given anew.
             * @example https://api.openai.com/v1
             */
            baseUrl?: string | null;
            /**
             * @description Key for the provider: stored sealed, never shown. In updates absent keeps it and null removes it.
             * @example sk-...
             */
            apiKey?: string | null;
            /**
             * @description Tokens that it reads and writes together.
             * @example 128000
             */
            contextTokens?: number | null;
            /**
             * @description US dollars for a million tokens that it reads.
             * @example 2.5
             */
            inputPrice?: number | null;
            /**
             * @description US dollars for a million tokens that it writes.
             * @example 10
             */
            outputPrice?: number | null;
            /** @description What it can do, as you know it. A language model streams and takes tools unless you say otherwise. */
            capabilities?: components["schemas"]["StatedAbilities"];
            /** @description What only some models need. In updates null takes a setting away. */
            settings?: components["schemas"]["ModelOptions"];
        };
        ChangeModel: {
            /** @description What it is for: `llm` speaks, `embedding` makes vectors for searches, `rerank` orders what was found. */
            kind?: components["schemas"]["ModelKind"];
            /** @description Whose API it is. Language models: `openai-compatible` (OpenAI, vLLM, LM Studio and many others), `azure-openai`, `anthropic`, `google`, `ollama`. Embedding models: `openai-compatible`, `azure-openai`, `ollama`. Rerank models: `cohere`, `jina`, also of servers that speak like them. */
            provider?: components["schemas"]["ChangeModelProvider"];
            /**
             * @description A name for people, unique among the models of your team whatever the case; bots may name it so.
             * @example GPT-4o of the sales team
             */
            name?: string;
            /**
             * @description Its name at the provider; of `azure-openai`, the deployment.
             * @example gpt-4o
             */
            model?: string;
            /**
             * @description Address of the API, for OpenAI-compatible ones with its version; null for the own address of the provider. `azure-openai` and `ollama` need one. It must be on the public internet, unless an administrator gives it. A change of it removes the key, unless that is given anew.
             * @example https://api.openai.com/v1
             */
            baseUrl?: string | null;
            /**
             * @description Key for the provider: stored sealed, never shown. In updates absent keeps it and null removes it.
             * @example sk-...
             */
            apiKey?: string | null;
            /**
             * @description Tokens that it reads and writes together.
             * @example 128000
             */
            contextTokens?: number | null;
            /**
             * @description US dollars for a million tokens that it reads.
             * @example 2.5
             */
            inputPrice?: number | null;
            /**
             * @description US dollars for a million tokens that it writes.
             * @example 10
             */
            outputPrice?: number | null;
            /** @description What it can do, as you know it. A language model streams and takes tools unless you say otherwise. */
            capabilities?: components["schemas"]["StatedAbilities"];
            /** @description What only some models need. In updates null takes a setting away. */
            settings?: components["schemas"]["ModelOptions"];
        };
        ModelTestFailure: {
            /**
             * @description What was wrong, for a program.
             * @example llm.provider_refused_credentials
             */
            code: string;
            /** @description What was wrong, for a person. */
            message: string;
            /** @description What the provider said of it, or what the network did. */
            providerMessage: string | null;
        };
        ModelTest: {
            /** @description Whether the model answered. */
            ok: boolean;
            /** @description Milliseconds that the answer took. */
            latencyMs: number;
            /** @description Of a language model: what it said. */
            answer?: string;
            /** @description Of an embedding model: the length of its vectors. */
            dimensions?: number;
            /**
             * @description Of a rerank model: its scores of a text that answers a question, and of one that does not.
             * @example [
             *       0.97,
             *       0.01
             *     ]
             */
            scores?: number[];
            /** @description Of embedding and rerank models: whether their numbers tell answers from other texts. Of a model that does not, searches make no use. */
            isTelling?: boolean;
            /** @description Why it did not answer. */
            error?: components["schemas"]["ModelTestFailure"];
        };
        ChatbotImport: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that is made, disabled until it is whole; null before it is begun, and of an import that has failed.
             */
            chatbotId: string | null;
            /** @description The name of the file. */
            fileName: string | null;
            /** @description Of the file. */
            sizeBytes: number;
            /** @description How far it is. */
            status: components["schemas"]["ChatbotImportStatus"];
            /** @description What is being done; null unless it is running. */
            stage: components["schemas"]["ChatbotImportStage"] | null;
            /** @description Percent; it never falls. */
            percent: number;
            /** @description What is to be filled in by hand, such as credentials, and what was not taken: a sentence each. */
            notes: string[];
            /** @description Why it has failed. */
            error: string | null;
            /**
             * Format: date-time
             * @description When it was first worked on.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended, in whatever way.
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description When the file had come.
             */
            createdAt: string;
        };
        UploadChatbotImport: {
            /** @description In place of the name in the file. */
            name?: string;
            /**
             * Format: binary
             * @description What the export of a chatbot has given, by this installation or another.
             */
            file: Upload;
        };
        Chatbot: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Display name. */
            name: string;
            /**
             * @description Its name for machines: made from the name, unique in your team, never changed.
             * @example support-bot
             */
            slug: string;
            /** @description What it is for. */
            description: string | null;
            /**
             * @description The engine that answers.
             * @example default
             */
            engine: string;
            /** @description How it answers. */
            configuration: {
                [key: string]: unknown;
            };
            /** @description Whether it is at work. */
            status: components["schemas"]["ChatbotStatus"];
            /** @description Whether it answers callers of APIs that name no chatbot. Made at the first such call. */
            isDefault: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        CreateChatbot: {
            /**
             * @description Display name.
             * @example Customer Support Bot
             */
            name: string;
            /**
             * @description What it is for.
             * @example A chatbot for handling customer support inquiries
             */
            description?: string | null;
            /**
             * @description The engine that answers.
             * @default default
             */
            engine?: string | null;
            /**
             * @description How it answers; all fields are optional. Models: `model` (name) or `modelId`, `fallbackModelIds` (up to 5, asked in this order when it fails), `rerankModelId`. Limits: `maxInputTokens`, `maxReplyTokens` (from 1). Sampling: `temperature` (0 to 2), `topP` (0 to 1). Retrieval: `topK` (1 to 1,000 passages of each index) with a score of at least `minK` (0 to 1), of which reranking keeps `topN` (from 1) with at least `minN` (0 to 1). Words: `systemPrompt`, `fallbackMessage` (said when the knowledge does not hold the answer), `confidenceThreshold` (0 to 1; a reply below it gives way to the fallback message), `answersWithoutKnowledge` (whether the model may answer what the knowledge does not hold; a bot without any knowledge base does unless this is false), `prefixesFallbackMessage` (begins such an answer with the fallback message), `generatesRelatedPrompts`. People: `handOff` (when a conversation goes to a person: `isEnabled`, `confidenceBelow` and `frustrationAbove` (0 to 1), `onUserRequest`, `noContextTurns`, `maxTurns`, `maxMinutes`). Intents of the trained model: `intents` (`answersDirectly`, whether an intent replies with its own answer, which is so unless false, and `minConfidence`, 0 to 1, 0.8 unless given). The built-in model: `extractive` (`maxSentences`, 1 to 5: it answers with the best sentences of whichever passages hold them; else with the best one and what belongs to it). End users: `userContext` (`isUsed`, true unless given, and `extractsByModel`). Conversations: `historyMessages` (1 to 100, how many of them whoever answers is shown). Messengers: `behaviors` (`typingIndicator`, `shouldRespond` (always, mentions, direct), `responseDelayMs` (`min`, `max`), `conversationScope` (user, thread, session), `sessionTimeoutMinutes`). Other fields are kept. An update merges field by field; null takes one away.
             * @example {
             *       "temperature": 0.2,
             *       "fallbackMessage": "Sorry, I do not know that."
             *     }
             */
            configuration?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Whether it is at work: a disabled one answers nobody.
             * @default active
             */
            status?: components["schemas"]["ChatbotStatus"];
        };
        UpdateChatbot: {
            /**
             * @description Display name.
             * @example Customer Support Bot
             */
            name?: string;
            /**
             * @description What it is for.
             * @example A chatbot for handling customer support inquiries
             */
            description?: string | null;
            /**
             * @description The engine that answers.
             * @default default
             */
            engine?: string | null;
            /**
             * @description How it answers; all fields are optional. Models: `model` (name) or `modelId`, `fallbackModelIds` (up to 5, asked in this order when it fails), `rerankModelId`. Limits: `maxInputTokens`, `maxReplyTokens` (from 1). Sampling: `temperature` (0 to 2), `topP` (0 to 1). Retrieval: `topK` (1 to 1,000 passages of each index) with a score of at least `minK` (0 to 1), of which reranking keeps `topN` (from 1) with at least `minN` (0 to 1). Words: `systemPrompt`, `fallbackMessage` (said when the knowledge does not hold the answer), `confidenceThreshold` (0 to 1; a reply below it gives way to the fallback message), `answersWithoutKnowledge` (whether the model may answer what the knowledge does not hold; a bot without any knowledge base does unless this is false), `prefixesFallbackMessage` (begins such an answer with the fallback message), `generatesRelatedPrompts`. People: `handOff` (when a conversation goes to a person: `isEnabled`, `confidenceBelow` and `frustrationAbove` (0 to 1), `onUserRequest`, `noContextTurns`, `maxTurns`, `maxMinutes`). Intents of the trained model: `intents` (`answersDirectly`, whether an intent replies with its own answer, which is so unless false, and `minConfidence`, 0 to 1, 0.8 unless given). The built-in model: `extractive` (`maxSentences`, 1 to 5: it answers with the best sentences of whichever passages hold them; else with the best one and what belongs to it). End users: `userContext` (`isUsed`, true unless given, and `extractsByModel`). Conversations: `historyMessages` (1 to 100, how many of them whoever answers is shown). Messengers: `behaviors` (`typingIndicator`, `shouldRespond` (always, mentions, direct), `responseDelayMs` (`min`, `max`), `conversationScope` (user, thread, session), `sessionTimeoutMinutes`). Other fields are kept. An update merges field by field; null takes one away.
             * @example {
             *       "temperature": 0.2,
             *       "fallbackMessage": "Sorry, I do not know that."
             *     }
             */
            configuration?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Whether it is at work: a disabled one answers nobody.
             * @default active
             */
            status?: components["schemas"]["ChatbotStatus"];
        };
        Personality: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description Of the chatbot that it belongs to.
             */
            chatbotId: string;
            /**
             * @description Unique in the chatbot.
             * @example Friendly Assistant
             */
            name: string;
            /** @description What it is like. */
            description: string | null;
            /**
             * @description Name of a trait to how pronounced it is: `low`, `medium`, `high`, or a number from 0 to 1. At most 30.
             * @example {
             *       "friendliness": "high",
             *       "formality": "low",
             *       "humor": "medium"
             *     }
             */
            traits: {
                [key: string]: unknown;
            };
            /** @description How it sounds. */
            tone: string | null;
            /** @description How it words things. */
            languageStyle: string | null;
            /** @description Whether the chatbot speaks by it; one of a chatbot at most. */
            isDefault: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        CreatePersonality: {
            /**
             * @description Unique in the chatbot.
             * @example Friendly Assistant
             */
            name: string;
            /**
             * @description What it is like.
             * @example A friendly and helpful assistant
             */
            description?: string | null;
            /**
             * @description Name of a trait to how pronounced it is: `low`, `medium`, `high`, or a number from 0 to 1. At most 30. An update merges trait by trait; null takes one away.
             * @example {
             *       "friendliness": "high",
             *       "formality": "low",
             *       "humor": "medium"
             *     }
             */
            traits?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description How it sounds.
             * @example warm and approachable
             */
            tone?: string | null;
            /**
             * @description How it words things.
             * @example casual but professional
             */
            languageStyle?: string | null;
            /**
             * @description Whether the chatbot speaks by it; takes the place of the one that was.
             * @default false
             */
            isDefault?: boolean;
        };
        CreateDefaultPersonality: {
            /**
             * @description Unique in the chatbot.
             * @default Default
             */
            name?: string;
        };
        UpdatePersonality: {
            /**
             * @description Unique in the chatbot.
             * @example Friendly Assistant
             */
            name?: string;
            /**
             * @description What it is like.
             * @example A friendly and helpful assistant
             */
            description?: string | null;
            /**
             * @description Name of a trait to how pronounced it is: `low`, `medium`, `high`, or a number from 0 to 1. At most 30. An update merges trait by trait; null takes one away.
             * @example {
             *       "friendliness": "high",
             *       "formality": "low",
             *       "humor": "medium"
             *     }
             */
            traits?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description How it sounds.
             * @example warm and approachable
             */
            tone?: string | null;
            /**
             * @description How it words things.
             * @example casual but professional
             */
            languageStyle?: string | null;
            /**
             * @description Whether the chatbot speaks by it; takes the place of the one that was.
             * @default false
             */
            isDefault?: boolean;
        };
        PromptModifier: {
            /**
             * Format: uuid
             * @description Of the personality.
             */
            personalityId: string;
            /** @description Of the personality. */
            personalityName: string;
            /** @description What a model is told with every message, in the same words for the same personality. */
            promptModifier: string;
        };
        ReplyStarted: {
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /** @description Name of the session, for the next message. */
            sessionId: string;
            /**
             * Format: uuid
             * @description The reply that is being made.
             */
            messageId: string;
            /**
             * Format: uuid
             * @description What the user said.
             */
            userMessageId: string;
            /**
             * Format: date-time
             * @description When it was asked.
             */
            timestamp: string;
        };
        ReplySource: {
            /** @description Id of the passage. */
            id: string;
            /** @description Title of the item or document. */
            title: string;
            /**
             * @description Kind of the document: item, text, file and so on.
             * @example item
             */
            type: string;
            /** @description The knowledge base that holds it; `attachments` for a file that came with the message. */
            knowledgeBaseId: string;
            /**
             * Format: uuid
             * @description The item or document that holds it.
             */
            itemId: string;
            /** @description The passage that the reply rests on. */
            passage: string;
            /** @description Calibrated probability that the passage answers the message. */
            score: number;
            /** @description Address of the page that it comes from: `url` of its metadata. */
            url?: string;
            /** @description Heading above the passage, or the name of its sheet. */
            section?: string;
            /** @description Page, slide or sheet on which the passage begins, from 1, in formats that have them. */
            page?: number;
            /** @description What the reply quotes of the passage; of a model that writes itself, the sentence that supports it best. */
            quote?: string;
            /** @description Where the quote begins in `passage`, in UTF-16 units. */
            start?: number;
            /** @description Where it ends, exclusive. */
            end?: number;
            /** @description Where the quote begins in the text of the document, where that is known. */
            documentOffset?: number;
        };
        ReplyDelta: {
            /**
             * @description What comes next in the text.
             * @example We deliver within
             */
            text: string;
        };
        ReplyToolCall: {
            /** @description Name of the plugin. */
            plugin: string;
            /** @description The tool that was called. */
            tool?: string;
            /** @description How it went. */
            outcome: components["schemas"]["PluginOutcome"];
        };
        ReplyEscalation: {
            /**
             * Format: uuid
             * @description Id of the escalation.
             */
            id: string;
            /** @description Why a person is wanted. */
            reason: components["schemas"]["EscalationReason"];
            /**
             * Format: uuid
             * @description The person who was chosen or has accepted; null while nobody is.
             */
            agentId: string | null;
        };
        FailedModel: {
            /** @description Id of the model; null when it has none. */
            id: number | null;
            /** @description Its name. */
            model: string;
            /**
             * @description What went wrong.
             * @example llm.provider_unavailable
             */
            code: string;
        };
        SuggestedPrompt: {
            /** @description To be shown. */
            label: string;
            /** @description To be sent. */
            prompt: string;
            /** @description Whether a model made it up; else somebody wrote it. */
            isGenerated: boolean;
        };
        Shortfall: {
            /**
             * @description What is missing.
             * @example embedding_unavailable
             */
            reason: string;
            /** @description The same for a person. */
            message: string;
        };
        ReplyIntent: {
            /**
             * @description Name of the intent.
             * @example track_order
             */
            name: string;
            /** @description Calibrated probability that this intent is right and the message in scope. */
            confidence: number;
            /** @description Whether the message is about anything that the bot was trained for. */
            inScope: boolean;
            /** @description Whether the reply is the own answer of the intent. */
            isAnswer: boolean;
            /** @description Version of the model that has read it. */
            modelVersion: number;
        };
        ReplyReference: {
            /**
             * @description As it was said.
             * @example it
             */
            reference: string;
            /**
             * @description What it stands for.
             * @example the espresso machine
             */
            resolvedTo: string;
            /**
             * Format: uuid
             * @description Of the stored entity; null when it was named in the same message.
             */
            entityId: string | null;
            /** @description Kind of the entity. */
            type: string;
            /** @description How sure that is. */
            confidence: number;
        };
        ReplyEntity: {
            /**
             * @description Kind of the entity: email, phone, url, money, quantity, date, code, or one of the team.
             * @example money
             */
            type: string;
            /**
             * @description Normalised.
             * @example 20 EUR
             */
            value: string;
        };
        ReplyContext: {
            /** @description What the bot's trained model made of the message; null when the bot has none. */
            intent: components["schemas"]["ReplyIntent"] | null;
            /** @description The message with its references named; absent when it has none. */
            resolvedText?: string;
            /** @description What the references stand for. */
            references?: components["schemas"]["ReplyReference"][];
            /** @description What the message names. */
            entities: components["schemas"]["ReplyEntity"][];
            /** @description What the user is about, the latest first. */
            topics: string[];
        };
        PluginRun: {
            /** @description Name of the plugin. */
            plugin: string;
            /** @description Its version. */
            version: string;
            /** @description When it was asked. */
            phase: components["schemas"]["PluginPhase"];
            /** @description The tool that was called. */
            tool?: string;
            /** @description How it went; a plugin that was `skipped` was not asked at all. */
            outcome: components["schemas"]["PluginOutcome"];
            /** @description How long it took, in milliseconds. */
            durationMs: number;
            /** @description Why it did not go well. */
            message?: string;
        };
        ReplyTrace: {
            /** @description What plugins did, in the order in which they were asked. */
            plugins: components["schemas"]["PluginRun"][];
        };
        ReplyUsage: {
            /** @description Tokens that the model read. */
            inputTokens: number;
            /** @description Tokens that the model wrote. */
            outputTokens: number;
        };
        ChatbotReply: {
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /** @description The session; send it with the next message. */
            sessionId: string;
            /**
             * Format: uuid
             * @description Id of the reply.
             */
            messageId: string;
            /** @description The reply. */
            text: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            timestamp: string;
            /** @description Who answers from now on: the bot, the bot while a person is waited for, or a person, and the bot is silent. */
            handling: components["schemas"]["Handling"];
            /** @description The way to a person that the conversation is on. */
            escalation?: components["schemas"]["ReplyEscalation"];
            /** @description True when a person answers: the text says so to the user, nothing of it is kept, and `messageId` is no message. */
            isNotice: boolean;
            /** @description What the reply rests on, best first; empty when the knowledge does not hold the answer. */
            sources: components["schemas"]["ReplySource"][];
            /** @description How the reply came about, when the request asked for it with `explain`: how the message was understood, the readings of each question with the scores of every channel, what was judged and why something was left out, thresholds, decision. Told to the caller who asked, and not stored. */
            explanation?: {
                [key: string]: unknown;
            };
            /** @description Calibrated probability that the reply answers the message from the knowledge. */
            confidence: number;
            /**
             * @description The model that spoke; `none` when no model was asked.
             * @example extractive
             */
            model: string;
            /** @description Its id, if it has one. */
            modelId: number | null;
            /** @description Models that should have spoken and failed, in the order in which they were asked. */
            failedModels: components["schemas"]["FailedModel"][];
            /** @description Whether it is the answer of a question or of an intent, word for word. */
            isVerified: boolean;
            /** @description What may be asked next. */
            relatedPrompts: components["schemas"]["SuggestedPrompt"][];
            /** @description What the reply had to do without, as a search by meaning. */
            shortfalls: components["schemas"]["Shortfall"][];
            /** @description What the message means and names. */
            context: components["schemas"]["ReplyContext"];
            /** @description What plugins did; absent when none was asked. */
            trace?: components["schemas"]["ReplyTrace"];
            /** @description Tokens that were used. */
            usage: components["schemas"]["ReplyUsage"];
            /** @description What they cost by the prices of the model, in US dollars; absent when it has none. */
            costUsd?: number;
        };
        SendMessage: {
            /**
             * @description What the user says.
             * @example Hello, how can I help you?
             */
            message: string;
            /** @description Name of the session: the one that an earlier answer gave, or one of your own. Without it a new session is opened. */
            sessionId?: string;
            /**
             * @description The end user, in your own words. Default: the caller.
             * @example user_42
             */
            userId?: string;
            /** @description Anything that you want to keep with the message. */
            metadata?: {
                [key: string]: unknown;
            };
            /** @description Uploaded files that the message is about, by the ids of their documents: they are read with it. */
            documentIds?: string[];
            /** @description Whether the answer is streamed as server-sent events; so does `Accept: text/event-stream`. */
            stream?: boolean;
            /** @description Whether the answer tells how it came about; needs the scope `knowledge:read`. */
            explain?: boolean;
        };
        HistoryMessage: {
            /**
             * Format: uuid
             * @description Id of the message.
             */
            id: string;
            /** @description Who spoke: the user, the bot, a person of the team (`agent`), or the service about the conversation (`system`). */
            role: components["schemas"]["MessageRole"];
            /** @description What was said. */
            content: string;
            /**
             * Format: date-time
             * @description When it was said.
             */
            timestamp: string;
            /** @description Of a reply: what the bot's trained model made of the message before it. */
            intent?: components["schemas"]["ReplyIntent"];
        };
        ResponseRating: {
            /**
             * Format: uuid
             * @description Id of the rating.
             */
            id: string;
            /** @description The judgement. */
            rating: components["schemas"]["Rating"];
        };
        RateResponse: {
            /** @description The conversation. */
            conversationId: string;
            /** @description The judgement. */
            rating: components["schemas"]["Rating"];
            /** @description The reply that is judged. */
            messageId?: string;
            /**
             * @description What was asked.
             * @example What are your opening hours?
             */
            query?: string;
            /**
             * @description What was answered.
             * @example We are open 9 to 5.
             */
            response?: string;
            /** @description Who judges. */
            userId?: string;
            /** @description Why. */
            comment?: string;
        };
        MessengerUser: {
            /**
             * @description As the messenger knows them.
             * @example 4711
             */
            id: string;
            /**
             * @description The name that they chose there.
             * @example ada
             */
            username: string | null;
            /**
             * @description The name that they are called by.
             * @example Ada
             */
            name: string | null;
        };
        ConversationAddress: {
            /** @description The chat. */
            chatId: string;
            /** @description The thread in it. */
            threadId: string | null;
            /** @description Who began the conversation. */
            user: components["schemas"]["MessengerUser"];
        };
        Person: {
            /**
             * Format: uuid
             * @description Id of the user.
             */
            id: string;
            /**
             * @description Name that end users see.
             * @example Ada
             */
            name: string;
        };
        ListedConversation: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /** @description The session that it is known by. */
            sessionId: string;
            /** @description The end user, in the words of whoever sent the messages. */
            userId: string;
            /**
             * @description What the end user writes through.
             * @example api
             */
            platform: string;
            /**
             * Format: uuid
             * @description The channel of the messenger; null for conversations of others.
             */
            channelId: string | null;
            /** @description Where in the channel it is held; null for conversations of others. */
            address: components["schemas"]["ConversationAddress"] | null;
            /** @description `escalated` while a person is waited for or answers, `resolved` until the next message, `ended` when it fell silent before either, else `active`. */
            status: components["schemas"]["ListedConversationStatus"];
            /** @description Who answers: the bot, the bot while a person is waited for, or a person, and the bot is silent. */
            handling: components["schemas"]["Handling"];
            /** @description The person who was chosen, or has accepted; null while nobody is. */
            agent: components["schemas"]["Person"] | null;
            /** @description Messages, with those that came to nothing. */
            messageCount: number;
            /** @description What the sender keeps with it. */
            metadata: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @description When it began.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When the last message came.
             */
            lastMessageAt: string;
            /**
             * Format: date-time
             * @description When it was resolved.
             */
            resolvedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended; null while it is open.
             */
            endedAt: string | null;
        };
        Attachment: {
            /**
             * Format: uuid
             * @description Id of the file.
             */
            id: string;
            /**
             * @description Its name.
             * @example invoice.pdf
             */
            name: string;
            /**
             * @description Its media type.
             * @example application/pdf
             */
            mediaType: string;
        };
        ConversationMessage: {
            /**
             * Format: uuid
             * @description Id of the message.
             */
            id: string;
            /** @description Place in the conversation, from 1; replies that came to nothing leave gaps. */
            position: number;
            /** @description Who spoke: the user, the bot, a person of the team (`agent`), or the service about the conversation (`system`). */
            role: components["schemas"]["MessageRole"];
            /** @description What was said. */
            content: string;
            /**
             * Format: date-time
             * @description When it was said.
             */
            timestamp: string;
            /** @description Of a reply of the bot: calibrated probability that it answers the message from the knowledge. */
            confidence?: number;
            /** @description What a reply of the bot rests on. */
            sources?: components["schemas"]["ReplySource"][];
            /** @description The model that spoke. */
            model?: string;
            /**
             * Format: uuid
             * @description Of a reply: the integration that was chosen to answer.
             */
            integrationId?: string;
            /** @description True when nobody wrote it: no person, no model and no back-end, as of messages of the service. */
            isSynthetic?: boolean;
            /** @description The person, when one spoke who is still known. */
            author?: components["schemas"]["Person"];
            /** @description Files that came with it. */
            attachments?: components["schemas"]["Attachment"][];
            /** @description What the sender keeps with it. */
            metadata?: {
                [key: string]: unknown;
            };
        };
        SupportAgent: {
            /**
             * Format: uuid
             * @description Id of the user.
             */
            userId: string;
            /** @description Name that end users see. */
            displayName: string;
            /** @description Conversations at the same time, accepted or not. */
            capacity: number;
            /** @description Whether conversations are assigned to them. */
            isAvailable: boolean;
            /** @description Escalations that they have now, accepted or not. */
            openCount: number;
            /**
             * Format: date-time
             * @description When this was last changed.
             */
            updatedAt: string;
        };
        PutSupportAgent: {
            /**
             * @description Conversations at the same time, accepted or not. Default for a new one: 5.
             * @example 3
             */
            capacity?: number;
            /** @description Whether conversations are assigned to them. Default for a new one: true. */
            isAvailable?: boolean;
            /**
             * @description Name that end users see. Default for a new one: the user name.
             * @example Ada
             */
            displayName?: string;
        };
        Escalation: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description The chatbot that the conversation is with.
             */
            chatbotId: string;
            /** @description The session that the conversation is known by. */
            sessionId: string;
            /** @description The end user, in the words of whoever sent the messages. */
            userId: string;
            /**
             * @description What the end user writes through.
             * @example api
             */
            channel: string;
            /** @description Why a person is wanted: a trigger of the chatbot, `requested` through an API, or `taken_over` by a person unasked. */
            reason: components["schemas"]["EscalationReason"];
            /** @description `waiting` until a person accepts, `active` while one answers; then the bot answers again (`returned`) or the conversation is `resolved`. */
            state: components["schemas"]["EscalationState"];
            /** @description What the end user had said last. */
            summary: string;
            /** @description Of the reply that was not sure enough; null when there was none. */
            confidence: number | null;
            /** @description The person who was chosen, or has accepted; null while nobody is. */
            agent: components["schemas"]["Person"] | null;
            /** @description Messages of the conversation. */
            messageCount: number;
            /** @description Messages that people have written since. */
            replyCount: number;
            /** @description Times that it went from one person to another. */
            transferCount: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the person was chosen.
             */
            assignedAt: string | null;
            /**
             * Format: date-time
             * @description When the person accepted.
             */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description When a person wrote first.
             */
            firstReplyAt: string | null;
            /**
             * Format: date-time
             * @description When it was over.
             */
            endedAt: string | null;
        };
        CreateEscalation: {
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /**
             * @description Whether you accept it yourself, at once. Otherwise somebody is called.
             * @default false
             */
            accept?: boolean;
        };
        EscalationSaid: {
            /** @description The way to a person on which it was said. */
            escalation: components["schemas"]["Escalation"];
            /** @description What was said. */
            message: components["schemas"]["ConversationMessage"];
        };
        Durations: {
            /** @description Of how many escalations it is known. */
            count: number;
            /** @description Mean, in milliseconds. */
            meanMs: number | null;
            /** @description Half of them took at most so many milliseconds. */
            p50Ms: number | null;
            /** @description 95 % of them took at most so many milliseconds. */
            p95Ms: number | null;
        };
        EscalationStatistics: {
            /**
             * Format: date-time
             * @description Begin of the period.
             */
            from: string;
            /**
             * Format: date-time
             * @description End of the period.
             */
            to: string;
            /** @description Escalations that were made within it. */
            total: number;
            /** @description How many, by reason. */
            byReason: {
                [key: string]: unknown;
            };
            /** @description How many, by the state that they are in now. */
            byState: {
                [key: string]: unknown;
            };
            /** @description From the escalation until a person accepted. */
            waiting: components["schemas"]["Durations"];
            /** @description From the escalation until a person wrote first. */
            firstReply: components["schemas"]["Durations"];
            /** @description From accepting until it was over. */
            handling: components["schemas"]["Durations"];
        };
        Conversation: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Who answers: the bot, the bot while a person is waited for, or a person, and the bot is silent. */
            handling: components["schemas"]["Handling"];
            /** @description `escalated` while a person is waited for or answers, `resolved` until the next message, else `active`. */
            status: components["schemas"]["ConversationStatus"];
            /** @description What the sender keeps with it. */
            metadata: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @description When it began.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When the last message came.
             */
            lastMessageAt: string;
            /**
             * Format: date-time
             * @description When it was resolved.
             */
            resolvedAt: string | null;
            /** @description The latest messages, oldest first. */
            messages: components["schemas"]["ConversationMessage"][];
        };
        EscalationDetails: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description The chatbot that the conversation is with.
             */
            chatbotId: string;
            /** @description The session that the conversation is known by. */
            sessionId: string;
            /** @description The end user, in the words of whoever sent the messages. */
            userId: string;
            /**
             * @description What the end user writes through.
             * @example api
             */
            channel: string;
            /** @description Why a person is wanted: a trigger of the chatbot, `requested` through an API, or `taken_over` by a person unasked. */
            reason: components["schemas"]["EscalationReason"];
            /** @description `waiting` until a person accepts, `active` while one answers; then the bot answers again (`returned`) or the conversation is `resolved`. */
            state: components["schemas"]["EscalationState"];
            /** @description What the end user had said last. */
            summary: string;
            /** @description Of the reply that was not sure enough; null when there was none. */
            confidence: number | null;
            /** @description The person who was chosen, or has accepted; null while nobody is. */
            agent: components["schemas"]["Person"] | null;
            /** @description Messages of the conversation. */
            messageCount: number;
            /** @description Messages that people have written since. */
            replyCount: number;
            /** @description Times that it went from one person to another. */
            transferCount: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the person was chosen.
             */
            assignedAt: string | null;
            /**
             * Format: date-time
             * @description When the person accepted.
             */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description When a person wrote first.
             */
            firstReplyAt: string | null;
            /**
             * Format: date-time
             * @description When it was over.
             */
            endedAt: string | null;
            /** @description The conversation, with its latest 200 messages. */
            conversation: components["schemas"]["Conversation"];
        };
        AgentMessage: {
            /**
             * @description What you say to the end user.
             * @example Hello, this is Ada. How can I help?
             */
            content: string;
        };
        TransferEscalation: {
            /**
             * Format: uuid
             * @description The support agent who is to answer. Without it, whoever of the others has most room.
             */
            agentId?: string;
        };
        AssignEscalation: {
            /**
             * Format: uuid
             * @description The support agent who is to accept it.
             */
            agentId: string;
        };
        ReturnEscalation: {
            /** @description What you say to the end user before. */
            message?: string;
        };
        ChannelIdentity: {
            /** @description Its id there. */
            id: string;
            /** @description Its user name there. */
            username?: string;
            /** @description Its name there. */
            name?: string;
            /** @description Of the workspace. */
            teamName?: string;
        };
        Channel: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that answers.
             */
            chatbotId: string;
            /** @description The platform. */
            type: components["schemas"]["ChannelType"];
            /** @description For people. */
            name: string | null;
            /** @description `pending`: nothing good has come from the platform yet. */
            status: components["schemas"]["ChannelStatus"];
            /** @description Why it is disconnected; `manual`: your team wished so. */
            statusReason: string | null;
            /** @description Its settings, without credentials. */
            config: {
                [key: string]: unknown;
            };
            /**
             * @description Which credentials are set.
             * @example [
             *       "bot_token"
             *     ]
             */
            credentialNames: string[];
            /** @description Who the chatbot is on the platform; null until the platform was asked. */
            identity: components["schemas"]["ChannelIdentity"] | null;
            /**
             * @description Where the platform is to send what happens.
             * @example https://bots.example.com/v1/channels/ch_01890a5dac96774bbcceb302099a8057/webhook
             */
            webhookUrl: string;
            /**
             * Format: date-time
             * @description When it was connected.
             */
            connectedAt: string | null;
            /**
             * Format: date-time
             * @description When something last came in, to about ten seconds.
             */
            lastInboundAt: string | null;
            /** @description What was last wrong. */
            lastError: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        ChannelWithSecret: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that answers.
             */
            chatbotId: string;
            /** @description The platform. */
            type: components["schemas"]["ChannelType"];
            /** @description For people. */
            name: string | null;
            /** @description `pending`: nothing good has come from the platform yet. */
            status: components["schemas"]["ChannelStatus"];
            /** @description Why it is disconnected; `manual`: your team wished so. */
            statusReason: string | null;
            /** @description Its settings, without credentials. */
            config: {
                [key: string]: unknown;
            };
            /**
             * @description Which credentials are set.
             * @example [
             *       "bot_token"
             *     ]
             */
            credentialNames: string[];
            /** @description Who the chatbot is on the platform; null until the platform was asked. */
            identity: components["schemas"]["ChannelIdentity"] | null;
            /**
             * @description Where the platform is to send what happens.
             * @example https://bots.example.com/v1/channels/ch_01890a5dac96774bbcceb302099a8057/webhook
             */
            webhookUrl: string;
            /**
             * Format: date-time
             * @description When it was connected.
             */
            connectedAt: string | null;
            /**
             * Format: date-time
             * @description When something last came in, to about ten seconds.
             */
            lastInboundAt: string | null;
            /** @description What was last wrong. */
            lastError: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
            /** @description Proves calls of Telegram and of generic webhooks. It is shown in this answer and never again. */
            webhookSecret: string;
        };
        CreateChannel: {
            /**
             * @description For people.
             * @example Main Telegram
             */
            name?: string | null;
            /**
             * @description Credentials and settings: telegram `bot_token`; slack `bot_token`, `signing_secret`; discord `bot_token`, `public_key`, `application_id`; whatsapp `phone_number_id`, `access_token`, `app_secret`, `verify_token`; webhook `callback_url`. All take `base_url`, another address of the platform. What else stands there is left out.
             * @example {
             *       "bot_token": "123456:TEST-token"
             *     }
             */
            config?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The platform; `webhook` is a program of your own.
             * @example telegram
             */
            type: components["schemas"]["ChannelType"];
        };
        UpdateChannel: {
            /**
             * @description For people.
             * @example Main Telegram
             */
            name?: string | null;
            /**
             * @description Credentials and settings: telegram `bot_token`; slack `bot_token`, `signing_secret`; discord `bot_token`, `public_key`, `application_id`; whatsapp `phone_number_id`, `access_token`, `app_secret`, `verify_token`; webhook `callback_url`. All take `base_url`, another address of the platform. What else stands there is left out.
             * @example {
             *       "bot_token": "123456:TEST-token"
             *     }
             */
            config?: {
                [key: string]: unknown;
            } | null;
            /** @description `disconnected`: nothing comes in or goes out until it is `connected` again, which the platform is asked about when channels are live. */
            status?: components["schemas"]["UpdateChannelStatus"];
        };
        ChannelDelivery: {
            /**
             * Format: uuid
             * @description Of the message, too.
             */
            id: string;
            /**
             * Format: uuid
             * @description The channel.
             */
            channelId: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /** @description The chat, in the platform's words. */
            chatId: string;
            /** @description `waiting`: to be sent, or sent again; `skipped`: channels are not live, or nobody listens; `failed`: given up. */
            state: components["schemas"]["ChannelDeliveryState"];
            /** @description Calls of the platform that it takes; null: not known yet. */
            parts: number | null;
            /** @description Parts that were sent. */
            sentParts: number;
            /** @description Parts that were sent again because it was not known whether they had arrived: they may have come twice. */
            doubtfulParts: number;
            /** @description Calls that were begun. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it is tried next.
             */
            nextAttemptAt: string | null;
            /** @description What was last wrong. */
            error: string | null;
            /**
             * Format: date-time
             * @description When it was said.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was sent, given up or skipped.
             */
            settledAt: string | null;
        };
        ChunkingSettings: {
            /**
             * @description Tokens of a passage at most.
             * @default 300
             */
            maxTokens: number;
            /**
             * @description Tokens that a passage repeats of the one before it when a text goes on; at most half of `maxTokens`.
             * @default 0
             */
            overlapTokens: number;
        };
        RetrievalSettings: {
            /**
             * @description How passages are found. Without an embedding model `semantic` and `hybrid` go by words, too.
             * @default semantic
             */
            retrievalMethod: components["schemas"]["RetrievalMethod"];
            /**
             * @description Replies use a passage only when the probability that it answers the message is at least this.
             * @default 0.7
             */
            relevanceThreshold: number;
            /**
             * @description Passages that a reply uses at most.
             * @default 5
             */
            maxResults: number;
            /** @description How texts are cut into passages. */
            chunking: components["schemas"]["ChunkingSettings"];
        };
        Vectors: {
            /** @description `none`: it has no embedding model; `waiting`, `running`: passages are being embedded; `failing`: the model does not answer and is tried again, or does not tell. */
            state: components["schemas"]["VectorsState"];
            /** @description Passages of the base. */
            passages: number;
            /** @description Passages that have their vector. */
            embedded: number;
            /** @description The model that makes the vectors. */
            modelId: number | null;
            /** @description Why it is failing. */
            error: string | null;
        };
        KnowledgeBase: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that it belongs to.
             */
            chatbotId: string;
            /** @description Display name. */
            name: string;
            /** @description What is in it. */
            description: string | null;
            /** @description Whether it takes part in replies. */
            isActive: boolean;
            /** @description How it is searched. */
            settings: components["schemas"]["RetrievalSettings"];
            /** @description The embedding model whose vectors its passages have; null: the installation's default, if it has one. 5: none. */
            embeddingModelId: number | null;
            /** @description How far its passages are with their vectors. */
            vectors: components["schemas"]["Vectors"];
            /** @description Items in it. */
            itemCount: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        Item: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The knowledge base that holds it.
             */
            knowledgeBaseId: string;
            /** @description What it is about. */
            title: string;
            /** @description The text. */
            content: string;
            /** @description Labels to filter searches by. */
            tags: string[];
            /** @description What you keep with it. */
            metadata: {
                [key: string]: unknown;
            };
            /** @description ISO 639-1, as you said; null: it is found out. */
            language: string | null;
            /**
             * Format: uuid
             * @description The oldest item of the knowledge base with the same text, if that is not itself.
             */
            duplicateOf: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        KnowledgeBaseWithItems: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that it belongs to.
             */
            chatbotId: string;
            /** @description Display name. */
            name: string;
            /** @description What is in it. */
            description: string | null;
            /** @description Whether it takes part in replies. */
            isActive: boolean;
            /** @description How it is searched. */
            settings: components["schemas"]["RetrievalSettings"];
            /** @description The embedding model whose vectors its passages have; null: the installation's default, if it has one. 5: none. */
            embeddingModelId: number | null;
            /** @description How far its passages are with their vectors. */
            vectors: components["schemas"]["Vectors"];
            /** @description Items in it. */
            itemCount: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
            /** @description Its items, oldest first; of a large base only the first ones, all of them page by page under `/items`. */
            items: components["schemas"]["Item"][];
        };
        ChunkingSettingsInput: {
            /**
             * @description Tokens of a passage at most.
             * @default 300
             */
            maxTokens?: number;
            /**
             * @description Tokens that a passage repeats of the one before it when a text goes on; at most half of `maxTokens`.
             * @default 0
             */
            overlapTokens?: number;
        };
        RetrievalSettingsInput: {
            /**
             * @description How passages are found. Without an embedding model `semantic` and `hybrid` go by words, too.
             * @default semantic
             */
            retrievalMethod?: components["schemas"]["RetrievalMethod"];
            /**
             * @description Replies use a passage only when the probability that it answers the message is at least this.
             * @default 0.7
             */
            relevanceThreshold?: number;
            /**
             * @description Passages that a reply uses at most.
             * @default 5
             */
            maxResults?: number;
            /** @description How texts are cut into passages, for what is added from then on; null sets the defaults. */
            chunking?: components["schemas"]["ChunkingSettingsInput"] | null;
        };
        CreateItem: {
            /**
             * @description What it is about; found by searches, and worth more than the text.
             * @example Opening hours
             */
            title: string;
            /**
             * @description The text, plain or Markdown.
             * @example Our shop is open Monday to Friday from 9:00 to 17:00.
             */
            content: string;
            /**
             * @description Labels to filter searches by.
             * @example [
             *       "hours"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description Anything that you want to keep with it.
             * @example {
             *       "lang": "en"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description ISO 639-1 code of its language; found out unless you say it.
             * @example en
             */
            language?: string | null;
            /**
             * @description What to do when the knowledge base holds an item with this very text: `skip` answers with that one, and adds nothing.
             * @default keep
             */
            onDuplicate?: components["schemas"]["CreateItemOnDuplicate"];
        };
        CreateKnowledgeBase: {
            /**
             * @description Display name.
             * @example Product FAQ
             */
            name: string;
            /**
             * @description What is in it.
             * @example Frequently asked questions
             */
            description?: string | null;
            /**
             * @description Whether it takes part in replies.
             * @default true
             */
            isActive?: boolean;
            /** @description How it is searched; an update changes only the fields that it names. */
            settings?: components["schemas"]["RetrievalSettingsInput"] | null;
            /** @description The embedding model whose vectors its passages have; null: the installation's default, if it has one. 5: none. When it changes, the former one answers until all passages are embedded anew. */
            embeddingModelId?: number | null;
            /** @description What it holds from the start; if one item is refused, nothing is stored. */
            items?: components["schemas"]["CreateItem"][];
        };
        UpdateKnowledgeBase: {
            /**
             * @description Display name.
             * @example Product FAQ
             */
            name?: string;
            /**
             * @description What is in it.
             * @example Frequently asked questions
             */
            description?: string | null;
            /**
             * @description Whether it takes part in replies.
             * @default true
             */
            isActive?: boolean;
            /** @description How it is searched; an update changes only the fields that it names. */
            settings?: components["schemas"]["RetrievalSettingsInput"] | null;
            /** @description The embedding model whose vectors its passages have; null: the installation's default, if it has one. 5: none. When it changes, the former one answers until all passages are embedded anew. */
            embeddingModelId?: number | null;
        };
        SearchHit: {
            /**
             * Format: uuid
             * @description The item, document or question.
             */
            id: string;
            /** @description What it is about; of a question the phrasing that fits best. */
            title: string;
            /** @description Its whole text; of an uploaded document its best passage, of a question the beginning of its answer. */
            content: string;
            /** @description Its labels. */
            tags: string[];
            /** @description Calibrated probability that the passage answers the query. */
            score: number;
            /** @description The best passage of the text. */
            passage: string;
        };
        SearchShortfallInfo: {
            /** @description Why vectors did not take part. */
            reason: components["schemas"]["ShortfallReason"];
            /** @description The embedding model that it is about, if there is one. */
            modelId: number | null;
            /** @description The same as a sentence. */
            message: string;
        };
        ExplainedSearchTerm: {
            /** @description A word of the query, in lower case and without accents. */
            term: string;
            /** @description What one occurrence is worth: the rarer in the base, the more. */
            weight: number;
            /** @description Passages of the base that have it in any form. */
            passages: number;
        };
        ExplainedSearchQuery: {
            /** @description As it was searched for. */
            text: string;
            /** @description Whose stop words were left out: an ISO 639-1 code, or `simple` for none. */
            language: string;
            /** @description The words that were looked for, corrections and synonyms with their word. */
            terms: components["schemas"]["ExplainedSearchTerm"][];
        };
        ExplainedSearchChannels: {
            /** @description Of the words. */
            words: number;
            /** @description Of the vectors; 0 when they took no part. */
            vectors: number;
        };
        ExplainedSearchVector: {
            /** @description Among the compared passages, from 1. */
            rank?: number;
            /** @description Cosine of query and passage. */
            similarity: number;
            /** @description What it makes probable by itself. */
            probability: number;
        };
        ExplainedSearchPassage: {
            /** @description Its document and its position in it. */
            passageId: string;
            /**
             * Format: uuid
             * @description The item, document or question that it is of.
             */
            documentId: string;
            /** @description The title of that. */
            title: string;
            /** @description Numbers of the word channel: `bm25`, `bigrams` and `fourGrams` (their BM25), further features that rank, `sum` (of them all), `rank` from 1 and the calibrated `probability`. */
            words: {
                [key: string]: unknown;
            };
            /** @description Numbers of the vector channel, when it took part. */
            vectors?: components["schemas"]["ExplainedSearchVector"];
            /** @description Of both together: the calibrated probability that the passage answers. */
            score: number;
            /** @description Why it is not among the results: `no_match`, `below_threshold`, `beyond_limit`, or `same_document` when a better passage of its document is. */
            leftOut?: string;
        };
        SearchExplain: {
            /** @description The way that was asked for or is set for the base. */
            method: components["schemas"]["RetrievalMethod"];
            /** @description What took part: `words`, and `vectors` when the base has those of an embedding model. */
            channels: string[];
            /** @description Why less took part than the way asks for. */
            shortfalls: components["schemas"]["SearchShortfallInfo"][];
            /** @description With `explain=true`: the query as it was read. */
            query?: components["schemas"]["ExplainedSearchQuery"];
            /** @description With `explain=true`: how many passages each channel proposed. */
            candidates?: components["schemas"]["ExplainedSearchChannels"];
            /** @description With `explain=true`: what each channel counts for in log odds. */
            fusion?: components["schemas"]["ExplainedSearchChannels"];
            /** @description With `explain=true`: the passages of the results first, then the best of those that were left out. */
            passages?: components["schemas"]["ExplainedSearchPassage"][];
        };
        SearchQuery: {
            /**
             * @description What to look for; required, here or as `q`.
             * @example When are you open?
             */
            query?: string;
            /** @description The same as `query`. */
            q?: string;
            /** @description Only items that have one of these labels, separated by commas. */
            tags?: string[];
            /**
             * @description Items at most; more than 100 count as 100.
             * @default 10
             */
            limit?: number;
            /** @description How to look, instead of the way that is set for the base. */
            method?: components["schemas"]["RetrievalMethod"];
            /** @description Whether `explain` tells every score, and why passages were left out. */
            explain?: boolean;
        };
        UpdateItem: {
            /**
             * @description What it is about; found by searches, and worth more than the text.
             * @example Opening hours
             */
            title?: string;
            /**
             * @description The text, plain or Markdown.
             * @example Our shop is open Monday to Friday from 9:00 to 17:00.
             */
            content?: string;
            /**
             * @description Labels to filter searches by.
             * @example [
             *       "hours"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description Anything that you want to keep with it.
             * @example {
             *       "lang": "en"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description ISO 639-1 code of its language; found out unless you say it.
             * @example en
             */
            language?: string | null;
        };
        DocumentError: {
            /** @description Stable code of what went wrong. */
            code: string;
            /** @description What went wrong, for a person. */
            message: string;
        };
        Document: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that it belongs to.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The knowledge base that holds it.
             */
            knowledgeBaseId: string;
            /** @description What it is about. */
            title: string;
            /** @description What it is read as: text, markdown, html, json, csv, pdf, docx, pptx, xlsx, eml; png, jpeg, gif or webp for an image, which is not read; `nodes` when the sender has cut it; `unknown` when it cannot be read. */
            type: string;
            /** @description The version that searches find, counted from 1; 0 before it was ready for the first time. While a newer one waits, is indexed, has failed or was cancelled, which `status`, `stage`, `progress` and `error` tell, this one goes on being found. */
            version: number;
            /** @description Replies find all of what was sent last once it is `ready`. */
            status: components["schemas"]["DocumentStatus"];
            /** @description What is done with it just now, while it is running; what it failed at, when it has failed. */
            stage: components["schemas"]["DocumentStage"] | null;
            /** @description Percentage that is done. */
            progress: number;
            /** @description Passages that searches find; known when it is ready. */
            passages: number;
            /** @description Why it has failed. */
            error: components["schemas"]["DocumentError"] | null;
            /** @description ISO 639-1: as you said, or when the language could be told. */
            language: string | null;
            /**
             * Format: uuid
             * @description The oldest upload of the knowledge base with the same content, if that is not itself.
             */
            duplicateOf: string | null;
            /** @description Bytes that were sent, of the version that is found. */
            size: number;
            /** @description Labels to filter searches by. */
            tags: string[];
            /** @description What you keep with it. */
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was sent.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its status or progress last changed.
             */
            updatedAt: string;
        };
        CreateDocument: {
            /**
             * @description Labels to filter searches by; in a form repeated, or separated by commas.
             * @example [
             *       "prices"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description Anything that you want to keep with it; in a form as JSON.
             * @example {
             *       "source": "handbook"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description ISO 639-1 code of its language; found out unless you say it.
             * @example en
             */
            language?: string | null;
            /**
             * Format: uuid
             * @description The knowledge base of the chatbot that takes it; its own one for documents unless you name another.
             */
            knowledgeBaseId?: string | null;
            /**
             * @description What to do when the knowledge base holds an upload with this very content: `skip` answers with that one, and adds nothing.
             * @default keep
             */
            onDuplicate?: components["schemas"]["CreateItemOnDuplicate"];
            /**
             * @description What it is about.
             * @example Price list
             */
            title: string;
            /**
             * @description The text. It may be as long as the server takes a body.
             * @example name,price
             *     Reading lamp,39 euros
             */
            content: string;
            /**
             * @description What the text is.
             * @default text
             * @example csv
             */
            type?: components["schemas"]["CreateDocumentType"];
        };
        UploadDocument: {
            /**
             * @description Labels to filter searches by; in a form repeated, or separated by commas.
             * @example [
             *       "prices"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description Anything that you want to keep with it; in a form as JSON.
             * @example {
             *       "source": "handbook"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description ISO 639-1 code of its language; found out unless you say it.
             * @example en
             */
            language?: string | null;
            /**
             * Format: uuid
             * @description The knowledge base of the chatbot that takes it; its own one for documents unless you name another.
             */
            knowledgeBaseId?: string | null;
            /**
             * @description What to do when the knowledge base holds an upload with this very content: `skip` answers with that one, and adds nothing.
             * @default keep
             */
            onDuplicate?: components["schemas"]["CreateItemOnDuplicate"];
            /** @description What it is about. Default: the name of the file. */
            title?: string;
            /**
             * Format: binary
             * @description The file: txt, md, html, csv, tsv, json, jsonl, pdf, docx, pptx, xlsx or eml; images (png, jpeg, gif, webp) are kept for messages.
             */
            file: Upload;
        };
        ReplaceDocument: {
            /**
             * @description Labels to filter searches by; in a form repeated, or separated by commas.
             * @example [
             *       "prices"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description Anything that you want to keep with it; in a form as JSON.
             * @example {
             *       "source": "handbook"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description ISO 639-1 code of its language; found out unless you say it.
             * @example en
             */
            language?: string | null;
            /** @description What it is about. Default: what it was. */
            title?: string;
            /**
             * @description The new text. It may be as long as the server takes a body.
             * @example name,price
             *     Reading lamp,42 euros
             */
            content: string;
            /**
             * @description What the text is. Default: what it was, if that was a text, or else `text`.
             * @example csv
             */
            type?: components["schemas"]["CreateDocumentType"];
        };
        ReplaceDocumentByFile: {
            /**
             * @description Labels to filter searches by; in a form repeated, or separated by commas.
             * @example [
             *       "prices"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description Anything that you want to keep with it; in a form as JSON.
             * @example {
             *       "source": "handbook"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description ISO 639-1 code of its language; found out unless you say it.
             * @example en
             */
            language?: string | null;
            /** @description What it is about. Default: what it was. */
            title?: string;
            /**
             * Format: binary
             * @description The file, of any type that is read.
             */
            file: Upload;
        };
        WebSourceSchedule: {
            /** @description Five fields of cron, or six with seconds first. */
            cron: string;
            /** @description IANA name of the time zone. */
            timeZone: string;
        };
        WebSourceCounts: {
            /** @description Pages that the sync has found. */
            found: number;
            /** @description Pages that it has dealt with so far. */
            fetched: number;
            /** @description Pages that became documents. */
            added: number;
            /** @description Pages whose documents were replaced. */
            changed: number;
            /** @description Pages that were as before. */
            unchanged: number;
            /** @description Pages that are there and were not taken, such as those that ask not to be indexed. */
            skipped: number;
            /** @description Pages that could not be read now; what was read of them before stays. */
            failed: number;
            /** @description Documents that were taken away. */
            removed: number;
        };
        WebSourceError: {
            /** @description Stable code of what went wrong. */
            code: string;
            /** @description What went wrong, for a person. */
            message: string;
        };
        WebSource: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that it belongs to.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The knowledge base that takes the pages.
             */
            knowledgeBaseId: string;
            /** @description Its address. */
            url: string;
            /** @description What it is. */
            kind: components["schemas"]["WebSourceKind"];
            /** @description Pages that are taken at most. */
            maxPages: number;
            /** @description Beginnings of the paths of pages that are taken. None: all. */
            include: string[];
            /** @description Beginnings of the paths of pages that are left out. */
            exclude: string[];
            /** @description When it is synced by itself. */
            schedule: components["schemas"]["WebSourceSchedule"] | null;
            /** @description Hours from one sync to the next. */
            refreshHours: number | null;
            /**
             * Format: date-time
             * @description When the next sync begins by itself.
             */
            nextSyncAt: string | null;
            /** @description How its last sync stands, or has ended. */
            status: components["schemas"]["DocumentStatus"];
            /** @description What is done just now, while it is running. */
            stage: components["schemas"]["WebSourceStage"] | null;
            /** @description Percentage of the sync that is done. */
            progress: number;
            /** @description What the sync has come to so far. */
            counts: components["schemas"]["WebSourceCounts"];
            /** @description Why the last sync failed. */
            error: components["schemas"]["WebSourceError"] | null;
            /**
             * Format: date-time
             * @description When the last sync was asked for.
             */
            syncStartedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended; null while it is under way.
             */
            syncEndedAt: string | null;
            /**
             * Format: date-time
             * @description When the source was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        WebSourceScheduleField: {
            /**
             * @description Five fields of cron, or six with seconds first.
             * @example 0 4 * * *
             */
            cron: string;
            /**
             * @description IANA name of the time zone that it is meant in.
             * @default UTC
             * @example Europe/Berlin
             */
            timeZone?: string | null;
        };
        CreateWebSource: {
            /**
             * @description Pages that are taken at most.
             * @default 200
             */
            maxPages?: number | null;
            /**
             * @description Beginnings of the paths of pages that are taken. None: all.
             * @example [
             *       "/help/"
             *     ]
             */
            include?: string[] | null;
            /**
             * @description Beginnings of the paths of pages that are left out.
             * @example [
             *       "/help/archive/"
             *     ]
             */
            exclude?: string[] | null;
            /** @description When it is synced by itself; null: never, or as `refreshHours` says. */
            schedule?: components["schemas"]["WebSourceScheduleField"] | null;
            /**
             * @description Hours from one sync to the next, instead of a schedule.
             * @example 24
             */
            refreshHours?: number | null;
            /**
             * @description Address of a page, of a sitemap, or of the front of a site, whose robots.txt names its sitemaps.
             * @example https://www.example.com/sitemap.xml
             */
            url: string;
            /** @description What it is. Default: `sitemap` for addresses that end in .xml, .xml.gz or robots.txt and for the front of a site, else `page`. */
            kind?: components["schemas"]["WebSourceKind"];
            /**
             * Format: uuid
             * @description The knowledge base of the chatbot that takes the pages; its own one for documents unless you name another.
             */
            knowledgeBaseId?: string | null;
        };
        WebPage: {
            /** @description Its address. */
            url: string;
            /** @description Its title, when it was read. */
            title: string | null;
            /** @description What became of it at the last visit. `skipped`: it is there and is not taken. `failed`: it could not be read; what was read before stays. */
            status: components["schemas"]["WebPageStatus"];
            /** @description Why it was skipped, has gone or failed. */
            error: components["schemas"]["WebSourceError"] | null;
            /**
             * Format: uuid
             * @description The document that it is.
             */
            documentId: string | null;
            /** @description Replies find all of it once its document is `ready`. */
            documentStatus: components["schemas"]["WebPageDocumentStatus"] | null;
            /**
             * Format: date-time
             * @description When the site answered last.
             */
            lastFetchedAt: string | null;
            /**
             * Format: date-time
             * @description When it last brought something new.
             */
            lastChangedAt: string | null;
        };
        UpdateWebSource: {
            /**
             * @description Pages that are taken at most.
             * @default 200
             */
            maxPages?: number | null;
            /**
             * @description Beginnings of the paths of pages that are taken. None: all.
             * @example [
             *       "/help/"
             *     ]
             */
            include?: string[] | null;
            /**
             * @description Beginnings of the paths of pages that are left out.
             * @example [
             *       "/help/archive/"
             *     ]
             */
            exclude?: string[] | null;
            /** @description When it is synced by itself; null: never, or as `refreshHours` says. */
            schedule?: components["schemas"]["WebSourceScheduleField"] | null;
            /**
             * @description Hours from one sync to the next, instead of a schedule.
             * @example 24
             */
            refreshHours?: number | null;
        };
        RelatedPrompt: {
            /**
             * @description What a button shows.
             * @example Delivery abroad
             */
            label: string;
            /**
             * @description The message that it sends.
             * @example Do you deliver to other countries?
             */
            prompt: string;
        };
        Question: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The knowledge base that holds it.
             */
            knowledgeBaseId: string;
            /** @description What machines call it, unique in the knowledge base. */
            name: string;
            /** @description Ways to ask it. */
            phrasings: string[];
            /** @description The answer. */
            answer: string;
            /** @description Whether a language model words the reply; false: the answer is given as it stands. */
            llmReply: boolean;
            /** @description What may be asked next. */
            relatedPrompts: components["schemas"]["RelatedPrompt"][];
            /** @description Labels to filter searches by. */
            tags: string[];
            /** @description What you keep with it. */
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        CreateQuestion: {
            /**
             * @description What machines call it, unique in the knowledge base. Default: `question-` and a new UUID.
             * @example delivery-time
             */
            name?: string | null;
            /**
             * @description Ways to ask it; each is looked for by itself.
             * @example [
             *       "How long does delivery take?",
             *       "When will my order arrive?"
             *     ]
             */
            phrasings: string[];
            /**
             * @description The answer, plain or Markdown.
             * @example Two to four working days.
             */
            answer: string;
            /**
             * @description Whether a language model words the reply; false: the answer is given as it stands.
             * @default true
             * @example false
             */
            llmReply?: boolean;
            /** @description What may be asked next. */
            relatedPrompts?: components["schemas"]["RelatedPrompt"][] | null;
            /**
             * @description Labels to filter searches by.
             * @example [
             *       "delivery"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description Anything that you want to keep with it; searches can be narrowed by it.
             * @example {
             *       "lang": "en"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
        };
        ImportedQuestions: {
            /** @description Questions that were added. */
            questions: number;
            /** @description Phrasings of all of them. */
            phrasings: number;
        };
        ImportQuestions: {
            /** @description Up to 1,000 questions with 10,000 phrasings in all; the list may also be the whole body. Required unless there is a `content`. */
            questions?: components["schemas"]["CreateQuestion"][];
            /**
             * @description A table or lines of JSON, instead of `questions`. Columns or keys: `question` (or `phrasing`, `alternates`; several in a cell are parted by `|`), `answer`, and if you want `name`, `llm_reply`, `tags`, `related_prompts`, `metadata`. Rows of one name, or without names of one answer, are one question.
             * @example question,answer
             *     Where are you?,In Bonn.
             */
            content?: string;
            /**
             * @description What `content` is.
             * @default csv
             */
            type?: components["schemas"]["ImportQuestionsType"];
        };
        UploadQuestions: {
            /**
             * Format: binary
             * @description A table (CSV, with the columns as for `content`), lines of JSON or a list in JSON.
             */
            file: Upload;
        };
        UpdateQuestion: {
            /**
             * @description What machines call it, unique in the knowledge base. Default: `question-` and a new UUID.
             * @example delivery-time
             */
            name?: string | null;
            /**
             * @description Ways to ask it; each is looked for by itself.
             * @example [
             *       "How long does delivery take?",
             *       "When will my order arrive?"
             *     ]
             */
            phrasings?: string[];
            /**
             * @description The answer, plain or Markdown.
             * @example Two to four working days.
             */
            answer?: string;
            /**
             * @description Whether a language model words the reply; false: the answer is given as it stands.
             * @default true
             * @example false
             */
            llmReply?: boolean;
            /** @description What may be asked next. */
            relatedPrompts?: components["schemas"]["RelatedPrompt"][] | null;
            /**
             * @description Labels to filter searches by.
             * @example [
             *       "delivery"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description Anything that you want to keep with it; searches can be narrowed by it.
             * @example {
             *       "lang": "en"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
        };
        KnowledgeImportCounts: {
            /** @description Rows that were written or refused so far. */
            read: number;
            /** @description Items and questions that are new. */
            added: number;
            /** @description That were there and have changed. */
            updated: number;
            /** @description That were there just so. */
            unchanged: number;
            /** @description Rows that were refused. */
            failed: number;
            /** @description Items and questions that were not in the file. */
            removed: number;
        };
        KnowledgeImportRowError: {
            /** @description As an editor or a spreadsheet counts: from 1, with the line of headings. */
            row: number;
            /** @description Why it was refused. */
            message: string;
        };
        KnowledgeImport: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The knowledge base that it goes into.
             */
            knowledgeBaseId: string;
            /** @description What becomes of what is not in the file. */
            mode: components["schemas"]["KnowledgeImportMode"];
            /** @description What becomes of a row that is refused. */
            onError: components["schemas"]["KnowledgeImportOnError"];
            /** @description What the file is read as. */
            format: components["schemas"]["KnowledgeImportFormat"];
            /** @description The name of the file. */
            fileName: string | null;
            /** @description Of the file. */
            sizeBytes: number;
            /** @description How far it is. */
            status: components["schemas"]["KnowledgeImportStatus"];
            /** @description What is being done; null unless it is running. */
            stage: components["schemas"]["KnowledgeImportStage"] | null;
            /** @description Percent; it never falls. */
            percent: number;
            /** @description Rows of the file; null until they have been counted. */
            rows: number | null;
            /** @description What has become of the rows. */
            counts: components["schemas"]["KnowledgeImportCounts"];
            /** @description The first 100 rows that were refused. */
            errors: components["schemas"]["KnowledgeImportRowError"][];
            /** @description What to know of one that is completed. */
            notice: string | null;
            /** @description Why it has failed. */
            error: string | null;
            /**
             * Format: date-time
             * @description When it was first worked on.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended, in whatever way.
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description When the file had come.
             */
            createdAt: string;
        };
        UploadKnowledgeImport: {
            /**
             * @description `replace`: items and questions that were there before and are not in the file are removed when all of it is written; not when rows were refused.
             * @default add
             */
            mode?: components["schemas"]["KnowledgeImportMode"];
            /**
             * @description Whether a row that is refused is left out, or fails the import. All rows are looked at before the first is written.
             * @default skip
             */
            onError?: components["schemas"]["KnowledgeImportOnError"];
            /** @description What the file is; found out unless you say it. */
            format?: components["schemas"]["KnowledgeImportFormat"];
            /**
             * Format: binary
             * @description A table (CSV) or lines of JSON, up to 100 MiB and 200,000 rows. An item has `title`, `content` and if you want `tags`, `sourceType`, `metadata`, `language`; a question has `question` or `phrasings`, `answer` and if you want `name`, `llmReply`, `relatedPrompts`, `tags`, `metadata`. `type` says which it is, where that is not plain; `key` is what you call it.
             */
            file: Upload;
        };
        Artifact: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * @description What it is called.
             * @example My Document
             */
            title: string;
            /** @description What kind of text it is. */
            type: components["schemas"]["ArtifactType"];
            /**
             * @description Number of the version, from 1. Every update makes one more.
             * @example 1
             */
            version: number;
            /**
             * @description Length of the content in characters.
             * @example 47
             */
            contentLength: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its last version was made.
             */
            updatedAt: string;
            /**
             * @description What it says.
             * @example # Document Title
             *
             *     This is the document content.
             */
            content: string;
        };
        CreateArtifact: {
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
            type?: components["schemas"]["ArtifactType"];
        };
        ListedArtifact: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * @description What it is called.
             * @example My Document
             */
            title: string;
            /** @description What kind of text it is. */
            type: components["schemas"]["ArtifactType"];
            /**
             * @description Number of the version, from 1. Every update makes one more.
             * @example 1
             */
            version: number;
            /**
             * @description Length of the content in characters.
             * @example 47
             */
            contentLength: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its last version was made.
             */
            updatedAt: string;
        };
        UpdateArtifact: {
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
            type?: components["schemas"]["ArtifactType"];
            /**
             * @description The version that you have changed. If the artifact has a later one, the update is refused (409).
             * @example 1
             */
            expectedVersion?: number;
        };
        ListedArtifactVersion: {
            /**
             * @description Number of the version, from 1. Every update makes one more.
             * @example 2
             */
            version: number;
            /**
             * @description What the artifact was called then.
             * @example My Document
             */
            title: string;
            /** @description What kind of text it was then. */
            type: components["schemas"]["ArtifactType"];
            /**
             * @description Length of the content in characters.
             * @example 47
             */
            contentLength: number;
            /**
             * @description The earlier version that this one brought back; null unless it did.
             * @example null
             */
            restoredFrom: number | null;
            /**
             * Format: date-time
             * @description When this version was made.
             */
            createdAt: string;
        };
        ArtifactVersion: {
            /**
             * @description Number of the version, from 1. Every update makes one more.
             * @example 2
             */
            version: number;
            /**
             * @description What the artifact was called then.
             * @example My Document
             */
            title: string;
            /** @description What kind of text it was then. */
            type: components["schemas"]["ArtifactType"];
            /**
             * @description Length of the content in characters.
             * @example 47
             */
            contentLength: number;
            /**
             * @description The earlier version that this one brought back; null unless it did.
             * @example null
             */
            restoredFrom: number | null;
            /**
             * Format: date-time
             * @description When this version was made.
             */
            createdAt: string;
            /**
             * @description What the artifact said then.
             * @example # Document Title
             *
             *     This is the document content.
             */
            content: string;
        };
        PluginHookField: {
            /**
             * @description When it runs: pre-process (the message) or post-process (the reply).
             * @example post-process
             */
            name: string;
            /**
             * @description Lower ones run first.
             * @default 10
             */
            priority?: number;
            /** @description For the plugin itself: which of its handlers is meant. */
            handler?: string | null;
        };
        PluginToolField: {
            /**
             * @description What models call it by.
             * @example shelf_life
             */
            name: string;
            /** @description For models: what it does, and when to use it. */
            description?: string | null;
            /**
             * @description JSON Schema (draft 2020-12) of its arguments, an object. It may not be recursive.
             * @example {
             *       "type": "object",
             *       "properties": {
             *         "product": {
             *           "type": "string"
             *         }
             *       },
             *       "required": [
             *         "product"
             *       ]
             *     }
             */
            parameters?: {
                [key: string]: unknown;
            } | null;
        };
        PluginConfigOption: {
            /**
             * @description Its name in the configuration.
             * @example maskChar
             */
            name: string;
            /**
             * @description One of string, number, integer, boolean, enum, list, object, secret. A list is of texts; a secret is a text or an object of texts, and is never shown.
             * @example string
             */
            type: string;
            /**
             * @description Whether it must be given.
             * @default false
             */
            required?: boolean | null;
            /** @description Its value where none is given. */
            default?: unknown;
            /** @description What it is for. */
            description?: string | null;
            /** @description What an enum may be, and each text of a list. */
            values?: string[] | null;
        };
        RegisteredPlugin: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * @description Its name.
             * @example profanity-filter
             */
            name: string;
            /**
             * @description Its version.
             * @example 1.0.0
             */
            version: string;
            /** @description What it does. */
            description: string | null;
            /** @description Who made it. */
            author: string | null;
            /** @description Where it runs. */
            kind: components["schemas"]["UpdatePluginKind"];
            /** @description Its address, or the name of the built-in plugin that it is. */
            entryPoint: string | null;
            /** @description When it takes part in a turn. */
            hooks: components["schemas"]["PluginHookField"][];
            /** @description What models may call of it. */
            tools: components["schemas"]["PluginToolField"][];
            /** @description What it asks of whoever installs it. */
            configOptions: components["schemas"]["PluginConfigOption"][];
            /** @description JSON Schema of its configuration. */
            configSchema: {
                [key: string]: unknown;
            } | null;
            /** @description How long one call may take, milliseconds; null: the default. */
            timeoutMs: number | null;
            /** @description Whether it is one of every team, which cannot be changed. */
            isSystem: boolean;
            /** @description What its calls are signed with. Shown only when it is new. */
            secret?: string;
            /**
             * Format: date-time
             * @description When it was registered.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        RegisterPlugin: {
            /**
             * @description Its name.
             * @example profanity-filter
             */
            name: string;
            /**
             * @description Its version, a semantic one.
             * @example 1.0.0
             */
            version: string;
            /**
             * @description What it does.
             * @example Masks bad words
             */
            description?: string | null;
            /** @description Who made it. */
            author?: string | null;
            /** @description Where it runs. Unless given, it is seen in the entry point: an address is `http`, the name of what is built in is `builtin`, and without one it is `none`, which runs nothing. */
            kind?: components["schemas"]["UpdatePluginKind"] | null;
            /**
             * @description An http or https address on the public internet (what is sent there stands in docs/plugins.md), or the name of a built-in plugin.
             * @example https://plugins.example.com/profanity
             */
            entryPoint?: string | null;
            /** @description The address of an MCP server (Streamable HTTP): the entry point of a plugin of kind `mcp`, which it makes it. */
            serverUrl?: string | null;
            /**
             * @description When it takes part in a turn.
             * @example [
             *       {
             *         "name": "post-process",
             *         "priority": 10
             *       }
             *     ]
             */
            hooks?: components["schemas"]["PluginHookField"][] | null;
            /** @description What models may call of it; only for kind `http`. */
            tools?: components["schemas"]["PluginToolField"][] | null;
            /**
             * @description What it asks of whoever installs it.
             * @example [
             *       {
             *         "name": "maskChar",
             *         "type": "string",
             *         "required": true
             *       }
             *     ]
             */
            configOptions?: components["schemas"]["PluginConfigOption"][] | null;
            /** @description JSON Schema (draft 2020-12) of its configuration, beside or instead of the options. Properties that are `writeOnly`, or of format `password`, are secrets. */
            configSchema?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description How long one call may take, milliseconds.
             * @default 5000
             */
            timeoutMs?: number | null;
        };
        UpdatePlugin: {
            /**
             * @description Its name.
             * @example profanity-filter
             */
            name?: string;
            /**
             * @description Its version, a semantic one.
             * @example 1.0.0
             */
            version?: string;
            /**
             * @description What it does.
             * @example Masks bad words
             */
            description?: string | null;
            /** @description Who made it. */
            author?: string | null;
            /** @description Where it runs. Unless given, it is seen in the entry point: an address is `http`, the name of what is built in is `builtin`, and without one it is `none`, which runs nothing. */
            kind?: components["schemas"]["UpdatePluginKind"] | null;
            /**
             * @description An http or https address on the public internet (what is sent there stands in docs/plugins.md), or the name of a built-in plugin.
             * @example https://plugins.example.com/profanity
             */
            entryPoint?: string | null;
            /** @description The address of an MCP server (Streamable HTTP): the entry point of a plugin of kind `mcp`, which it makes it. */
            serverUrl?: string | null;
            /**
             * @description When it takes part in a turn.
             * @example [
             *       {
             *         "name": "post-process",
             *         "priority": 10
             *       }
             *     ]
             */
            hooks?: components["schemas"]["PluginHookField"][] | null;
            /** @description What models may call of it; only for kind `http`. */
            tools?: components["schemas"]["PluginToolField"][] | null;
            /**
             * @description What it asks of whoever installs it.
             * @example [
             *       {
             *         "name": "maskChar",
             *         "type": "string",
             *         "required": true
             *       }
             *     ]
             */
            configOptions?: components["schemas"]["PluginConfigOption"][] | null;
            /** @description JSON Schema (draft 2020-12) of its configuration, beside or instead of the options. Properties that are `writeOnly`, or of format `password`, are secrets. */
            configSchema?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description How long one call may take, milliseconds.
             * @default 5000
             */
            timeoutMs?: number | null;
        };
        ChatbotPlugin: {
            /**
             * Format: uuid
             * @description Of the installation.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The plugin.
             */
            pluginId: string;
            /** @description Whether it takes part in turns. */
            isEnabled: boolean;
            /** @description Its configuration; secrets are shown as `********`. */
            config: {
                [key: string]: unknown;
            };
            /** @description The plugin. */
            plugin: components["schemas"]["RegisteredPlugin"];
            /**
             * Format: date-time
             * @description When it was installed.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last configured.
             */
            updatedAt: string;
        };
        InstallPlugin: {
            /**
             * Format: uuid
             * @description The plugin.
             */
            pluginId: string;
            /**
             * @description What it asks for.
             * @example {
             *       "maskChar": "*"
             *     }
             */
            config?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description False installs it switched off.
             * @default true
             */
            isEnabled?: boolean;
        };
        ConfigurePlugin: {
            /**
             * @description In place of the whole configuration. A secret that is sent back as it was shown stays as it is.
             * @example {
             *       "maskChar": "*"
             *     }
             */
            config: {
                [key: string]: unknown;
            };
            /** @description False switches it off. */
            isEnabled?: boolean;
        };
        ChatbotPluginHealth: {
            /** @description Runs that the answering process has seen since it began. */
            runs: number;
            /** @description Those that were not fine. */
            failures: number;
            /**
             * Format: date-time
             * @description The last one.
             */
            lastRunAt: string | null;
            /** @description What was wrong with the last one. */
            lastError: string | null;
        };
        ChatbotPluginStatus: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The plugin.
             */
            pluginId: string;
            /** @description `active`: it was asked, and works; `disabled`: it is switched off; `error`: it does not work. */
            status: components["schemas"]["ChatbotPluginStatusStatus"];
            /** @description Whether it takes part in turns. */
            isEnabled: boolean;
            /** @description Of the plugin. */
            version: string;
            /** @description Why it does not work, or else what was wrong with its last run. */
            lastError: string | null;
            /**
             * Format: date-time
             * @description When it was asked; it is asked again after some seconds.
             */
            checkedAt: string;
            /** @description How its runs went. */
            health: components["schemas"]["ChatbotPluginHealth"];
        };
        ChatbotIntegration: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description Of its chatbot.
             */
            chatbotId: string;
            /** @description Its name. */
            name: string;
            /** @description `echo` says what was said, only to messengers. */
            kind: components["schemas"]["ChatbotIntegrationKind"];
            /**
             * @description Of a webhook.
             * @example https://backend.example.com/chat
             */
            webhookUrl: string | null;
            /**
             * @description Sent with every call; what is secret is masked.
             * @example {
             *       "Authorization": "********"
             *     }
             */
            headers: {
                [key: string]: unknown;
            };
            /** @description Of a model. */
            modelId: number | null;
            /** @description How long one call may take, milliseconds. */
            timeoutMs: number;
            /** @description Its share of the conversations, relative to the other integrations; 0: it is not chosen. */
            weight: number;
            /** @description Whether it is asked when the chosen one fails. */
            isFallback: boolean;
            /** @description Whether it takes part at all. */
            isEnabled: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        IntegrationChanges: {
            /**
             * @description Its name.
             * @example Support back-end
             */
            name?: string;
            /**
             * @description `webhook`: an HTTP service of yours; `model`: the chatbot itself, by another model.
             * @default webhook
             */
            kind?: components["schemas"]["NewIntegrationKind"];
            /**
             * @description Of a webhook: an https address on the public internet. What it is sent stands in docs/integrations.md.
             * @example https://backend.example.com/chat
             */
            webhookUrl?: string | null;
            /**
             * @description Sent with every call, names to values. Values that look secret are stored sealed and shown as a mask; the mask in place of a value keeps the one that is there.
             * @example {
             *       "Authorization": "Bearer sk-test"
             *     }
             */
            headers?: {
                [key: string]: unknown;
            };
            /** @description Of a model: the id of a registered one of kind `llm`. */
            modelId?: number | null;
            /**
             * @description How long one call may take, milliseconds.
             * @default 30000
             */
            timeoutMs?: number;
            /**
             * @description Its share of the conversations, relative to the other integrations; 0: it is not chosen.
             * @default 1
             */
            weight?: number;
            /**
             * @description Whether it is asked when the chosen one fails, whatever its weight.
             * @default false
             */
            isFallback?: boolean;
            /**
             * @description Whether it takes part at all.
             * @default true
             */
            isEnabled?: boolean;
        };
        ChatbotIntegrationHealth: {
            /**
             * Format: uuid
             * @description Of the integration.
             */
            integrationId: string;
            /** @description How its last call ended. */
            state: components["schemas"]["ChatbotIntegrationHealthState"];
            /** @description `open`: it failed several times in a row, and is not called for a moment. */
            circuit: components["schemas"]["ChatbotIntegrationHealthCircuit"];
            /**
             * Format: date-time
             * @description When the next call is let through; null while every call is.
             */
            pausedUntil: string | null;
            /** @description Calls of this process since it began. */
            calls: number;
            /** @description Those of them that failed. */
            failures: number;
            /**
             * Format: date-time
             * @description When it was last called.
             */
            lastCalledAt: string | null;
            /** @description How long that took, milliseconds. */
            lastLatencyMs: number | null;
            /** @description Why that failed; null when it went well. */
            lastError: string | null;
        };
        IntegrationTrialOutcome: {
            /** @description Whether it answered. */
            ok: boolean;
            /** @description How long that took, milliseconds. */
            latencyMs: number;
            /** @description What it answered. */
            answer: string | null;
            /** @description Why it did not. */
            error: string | null;
            /** @description The HTTP status that it answered with, when it failed by one. */
            statusCode: number | null;
        };
        TryIntegration: {
            /**
             * @description What it is asked.
             * @default Hello
             * @example Hello
             */
            message?: string;
        };
        NewIntegration: {
            /**
             * @description Its name.
             * @example Support back-end
             */
            name: string;
            /**
             * @description `webhook`: an HTTP service of yours; `model`: the chatbot itself, by another model.
             * @default webhook
             */
            kind?: components["schemas"]["NewIntegrationKind"];
            /**
             * @description Of a webhook: an https address on the public internet. What it is sent stands in docs/integrations.md.
             * @example https://backend.example.com/chat
             */
            webhookUrl?: string | null;
            /**
             * @description Sent with every call, names to values. Values that look secret are stored sealed and shown as a mask; the mask in place of a value keeps the one that is there.
             * @example {
             *       "Authorization": "Bearer sk-test"
             *     }
             */
            headers?: {
                [key: string]: unknown;
            };
            /** @description Of a model: the id of a registered one of kind `llm`. */
            modelId?: number | null;
            /**
             * @description How long one call may take, milliseconds.
             * @default 30000
             */
            timeoutMs?: number;
            /**
             * @description Its share of the conversations, relative to the other integrations; 0: it is not chosen.
             * @default 1
             */
            weight?: number;
            /**
             * @description Whether it is asked when the chosen one fails, whatever its weight.
             * @default false
             */
            isFallback?: boolean;
            /**
             * @description Whether it takes part at all.
             * @default true
             */
            isEnabled?: boolean;
        };
        TrainingExample: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What a person says. */
            input: string;
            /** @description What the chatbot is to answer, or the name of the intent. */
            output: string;
            /** @description What the input means; `__oos__`: out of scope. */
            intent: string;
            /** @description What you keep with it. */
            metadata?: {
                [key: string]: unknown;
            };
        };
        TrainingDataset: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that learns from it.
             */
            chatbotId: string;
            /** @description Display name. */
            name: string;
            /** @description What is in it. */
            description: string | null;
            /** @description The field that it is from. */
            domain: string;
            /** @description Whether sessions may be trained from it. */
            isActive: boolean;
            /** @description All that it has. */
            exampleCount: number;
            /** @description The oldest 100, in a list of datasets fewer; all are listed by a path of their own. */
            examples: components["schemas"]["TrainingExample"][];
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it or its examples were last changed.
             */
            updatedAt: string;
        };
        NewTrainingExample: {
            /**
             * @description What a person says.
             * @example good morning
             */
            input: string;
            /**
             * @description What the chatbot is to answer, or just the name of the intent.
             * @example Good morning! How can I help?
             */
            output: string;
            /**
             * @description What the input means; `__oos__` for what no intent of the chatbot covers. Default: `metadata.intent`, else the output.
             * @example greeting
             */
            intent?: string | null;
            /** @description Anything that you want to keep with it. */
            metadata?: {
                [key: string]: unknown;
            } | null;
        };
        CreateTrainingDataset: {
            /**
             * @description Display name.
             * @example Greetings
             */
            name: string;
            /**
             * @description What is in it.
             * @example Small talk examples
             */
            description?: string | null;
            /**
             * @description The field that it is from.
             * @default general
             * @example smalltalk
             */
            domain?: string | null;
            /** @description Up to 10,000; more are added by calls of their own. */
            examples?: components["schemas"]["NewTrainingExample"][];
        };
        UpdateTrainingDataset: {
            /**
             * @description Display name.
             * @example Greetings
             */
            name?: string;
            /**
             * @description What is in it.
             * @example Small talk examples
             */
            description?: string | null;
            /**
             * @description The field that it is from.
             * @default general
             * @example smalltalk
             */
            domain?: string | null;
            /** @description False: no session may be trained from it. */
            isActive?: boolean;
        };
        AddTrainingExamples: {
            /**
             * @description What a person says.
             * @example good morning
             */
            input?: string;
            /**
             * @description What the chatbot is to answer, or just the name of the intent.
             * @example Good morning! How can I help?
             */
            output?: string;
            /**
             * @description What the input means; `__oos__` for what no intent of the chatbot covers. Default: `metadata.intent`, else the output.
             * @example greeting
             */
            intent?: string | null;
            /** @description Anything that you want to keep with it. */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** @description 1 to 10,000 examples; all are added, or none. The list may also be the whole body, and a single example may stand in the body itself. A dataset may have 200,000. */
            examples?: components["schemas"]["NewTrainingExample"][];
        };
        TrainingImport: {
            /**
             * Format: uuid
             * @description The dataset that it went into.
             */
            datasetId: string;
            /** @description What the file was read as. */
            format: components["schemas"]["TrainingImportFormat"];
            /** @description Examples of the file. */
            read: number;
            /** @description Examples that are new in the dataset. */
            added: number;
            /** @description Examples that were left out because there is such a one. */
            skippedDuplicates: number;
            /** @description Examples that were there and have gone. */
            removed: number;
            /** @description Examples of the dataset now. */
            exampleCount: number;
            /** @description Different intents of the dataset now. */
            intents: number;
            /** @description What of the file says nothing about examples, and was passed over. */
            warnings: string[];
        };
        UploadTrainingImport: {
            /**
             * @description `replace`: the examples that are there go; 409 while a session learns from them.
             * @default append
             */
            mode?: components["schemas"]["UploadTrainingImportMode"];
            /**
             * @description Whether an example with the input and the intent of another one, in the dataset or in the file, is left out.
             * @default true
             */
            skipDuplicates?: boolean;
            /** @description What the file is; found out from its name, its type or what stands in it unless you say it. */
            format?: components["schemas"]["TrainingImportFormat"];
            /**
             * Format: binary
             * @description Lines of JSON or a JSON list, a table (CSV), or the training data of Rasa 3 (YAML), up to 16 MB and 200,000 examples. An example has `input` (or `text`, `utterance`, `query`), `output` (or `answer`, `response`), `intent` (or `label`, `category`) and if you want `metadata`; without an output it is that of its intent.
             */
            file: Upload;
        };
        TrainingSessionConfig: {
            /** @description Ids of other datasets of the chatbot to learn from, too. */
            alsoDatasetIds?: string[];
            /**
             * @description The same examples and seed give the same model.
             * @default 1
             */
            seed?: number;
            /**
             * @description Whether the chatbot reads intents by the new model at once: `always`, `never`, or `if_not_worse`: unless, on the examples that both have held out, it is worse than the active one by more than chance.
             * @default if_not_worse
             */
            activation?: components["schemas"]["TrainingSessionConfigActivation"];
        };
        ModelActivation: {
            /** @description What the session was to do. */
            policy: components["schemas"]["ModelActivationPolicy"];
            /** @description Whether the chatbot read intents by the new version when the session ended. */
            isActivated: boolean;
            /** @description The version that was active before; null when there was none, or it was not compared. */
            comparedWith: number | null;
            /**
             * @description Why, for people.
             * @example There was no active version.
             */
            reason: string;
        };
        TrainingSession: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that learns.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The dataset that it learns from.
             */
            datasetId: string;
            /** @description How it is trained. */
            config: components["schemas"]["TrainingSessionConfig"];
            /** @description How far it is. */
            status: components["schemas"]["TrainingSessionStatus"];
            /** @description What is being done; null unless it is in progress. */
            stage: components["schemas"]["TrainingSessionStage"] | null;
            /** @description Percent; it begins anew when the process that trained has ended. */
            progress: number;
            /** @description Null until it is completed: `examples`, `intents`, `outOfScopeExamples`, `accuracy`, `macroF1`, `loss` and `calibrationError` (cross-validated; null where nothing could be held out), `durationMs`, `modelVersion`, `trainedFrom`, `activation`. */
            metrics: {
                [key: string]: unknown;
            } | null;
            /** @description Whether the chatbot reads intents by the new model, and why; null until it is completed. */
            activation: components["schemas"]["ModelActivation"] | null;
            /** @description Why it failed. */
            error: string | null;
            /**
             * Format: date-time
             * @description When it was first worked on.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended, in whatever way.
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
        };
        StartTrainingSession: {
            /**
             * Format: uuid
             * @description The dataset to learn from.
             */
            datasetId: string;
            /** @description How to train. */
            config?: components["schemas"]["TrainingSessionConfig"] | null;
        };
        TrainingModel: {
            /**
             * Format: uuid
             * @description The chatbot that has learned.
             */
            chatbotId: string;
            /** @description Its version, from 1; none is given twice. */
            version: number;
            /** @description Whether the chatbot reads intents by it. */
            isActive: boolean;
            /**
             * Format: uuid
             * @description The session that made it.
             */
            sessionId: string;
            /** @description Ids of the datasets that it was trained from. */
            datasetIds: string[];
            /** @description Its size. */
            bytes: number;
            /** @description What was measured, as its session tells it. */
            metrics: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
        };
        TrainingModelDetails: {
            /**
             * Format: uuid
             * @description The chatbot that has learned.
             */
            chatbotId: string;
            /** @description Its version, from 1; none is given twice. */
            version: number;
            /** @description Whether the chatbot reads intents by it. */
            isActive: boolean;
            /**
             * Format: uuid
             * @description The session that made it.
             */
            sessionId: string;
            /** @description Ids of the datasets that it was trained from. */
            datasetIds: string[];
            /** @description Its size. */
            bytes: number;
            /** @description What was measured, as its session tells it. */
            metrics: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description The whole measurement, with the fields of the report of the session that made it. */
            report: {
                [key: string]: unknown;
            };
            /** @description By intent: what it replies, for intents that have an answer of their own. */
            answers: {
                [key: string]: unknown;
            };
        };
        RankedIntent: {
            /** @description The intent. */
            intent: string;
            /** @description As of the prediction. */
            confidence: number;
        };
        PredictedIntent: {
            /** @description The text. */
            text: string;
            /** @description What it most probably means, also when it is out of scope. */
            intent: string;
            /** @description The probability that this is right and the text in scope. */
            confidence: number;
            /** @description Whether it means anything that the chatbot has learned. */
            inScope: boolean;
            /** @description Up to 5 intents, the best first. */
            ranking: components["schemas"]["RankedIntent"][];
            /** @description What the intent replies; null when it has no answer of its own. */
            answer: string | null;
            /** @description The version of the model. */
            modelVersion: number;
        };
        PredictIntents: {
            /**
             * @description A text of an end user. Required unless there are `texts`.
             * @example How do I reset my password?
             */
            text?: string;
            /** @description Several texts, instead of `text`; the answer is then a list in their order. */
            texts?: string[];
        };
        IntentFigures: {
            /** @description The intent. */
            intent: string;
            /** @description Its examples. */
            examples: number;
            /** @description Of the held-out examples that were taken for it, the share that were. */
            precision: number;
            /** @description Of its held-out examples, the share that was recognised. */
            recall: number;
            /** @description Harmonic mean of both. */
            f1: number;
        };
        IntentConfusion: {
            /** @description What it was. */
            intent: string;
            /** @description What it was taken for. */
            predicted: string;
            /** @description How often. */
            count: number;
            /** @description Up to 5 of the texts. */
            texts: string[];
        };
        CalibrationBin: {
            /** @description Confidence from here. */
            from: number;
            /** @description To here. */
            to: number;
            /** @description Held-out examples in scope whose confidence lies between. */
            count: number;
            /** @description Their mean confidence. */
            confidence: number;
            /** @description The share of them that was right: the nearer to the confidence, the more honest that is. */
            accuracy: number;
        };
        ScopeFigures: {
            /** @description Share of the held-out examples in scope that count as such. */
            keptInScope: number | null;
            /** @description Share of the held-out `__oos__` examples that are refused; null without any. */
            outOfScopeRecall: number | null;
            /** @description Share of the examples of intents that the model was not told of that are refused; null when none could be left out. */
            leftOutRecall: number | null;
            /** @description How well texts in scope are told from both: area under the ROC curve. */
            auroc: number | null;
        };
        DuplicateGroup: {
            /** @description The text as one of the examples has it. */
            text: string;
            /** @description The intent. */
            intent: string;
            /** @description How many examples have the same words. */
            count: number;
        };
        DuplicateExamples: {
            /** @description Examples that say nothing new; null of models that were trained before they were counted. */
            count: number | null;
            /** @description Up to 50, the most frequent first. */
            groups: components["schemas"]["DuplicateGroup"][];
        };
        ContradictoryIntent: {
            /** @description The intent. */
            intent: string;
            /** @description Its examples with these words. */
            count: number;
        };
        ContradictionGroup: {
            /** @description The text as one of the examples has it. */
            text: string;
            /** @description The intents that have it, the most frequent first. The model learns it for all of them. */
            intents: components["schemas"]["ContradictoryIntent"][];
        };
        ContradictoryExamples: {
            /** @description Texts that stand in several intents; null of models that were trained before they were counted. */
            count: number | null;
            /** @description Up to 50, the most frequent first. */
            groups: components["schemas"]["ContradictionGroup"][];
        };
        LearningPoint: {
            /** @description So many examples learned. */
            examples: number;
            /** @description How often the linear part of the model is right then. */
            accuracy: number;
        };
        TrainingSuggestion: {
            /** @description What it is about. */
            kind: components["schemas"]["TrainingSuggestionKind"];
            /** @description The intent that it is about; null when it is about all. */
            intent: string | null;
            /** @description The other one, of a pair. */
            otherIntent: string | null;
            /** @description What to do, for people. */
            message: string;
            /** @description Up to 5 examples that it is about. */
            texts: string[];
        };
        TrainingReport: {
            /**
             * Format: uuid
             * @description The session.
             */
            sessionId: string;
            /**
             * Format: uuid
             * @description The chatbot that has learned.
             */
            chatbotId: string;
            /** @description The version that the session made. */
            modelVersion: number;
            /** @description Whether the chatbot reads intents by it now. */
            isActive: boolean;
            /** @description What became of it when it was made; null of sessions before there were policies. */
            activation: components["schemas"]["ModelActivation"] | null;
            /** @description Examples in scope. */
            examples: number;
            /** @description Intents. */
            intents: number;
            /** @description `__oos__` examples. */
            outOfScopeExamples: number;
            /** @description Examples in scope that were held out: the figures rest on them. Null of models from before it was told. */
            heldOutExamples: number | null;
            /** @description Share of them that was right; null, as the next three, where nothing could be held out. */
            accuracy: number | null;
            /** @description Mean of the F1 of all intents. */
            macroF1: number | null;
            /** @description Mean negative logarithm (nats) of the probability of the true intent. */
            loss: number | null;
            /** @description Expected calibration error of the confidence, 15 bins. */
            calibrationError: number | null;
            /** @description Parts of the cross-validation; 0 when nothing could be held out. */
            folds: number;
            /** @description What the probability of being in scope must reach. */
            threshold: number;
            /** @description By name. */
            perIntent: components["schemas"]["IntentFigures"][];
            /** @description Up to 50: the pairs of intents with the most errors first, both directions together, each a row. */
            confusions: components["schemas"]["IntentConfusion"][];
            /** @description Bins of equal width, those without examples left out. */
            calibrationCurve: components["schemas"]["CalibrationBin"][];
            /** @description What is taken for in scope. */
            scope: components["schemas"]["ScopeFigures"];
            /** @description Examples that stand more than once in an intent, by their words. */
            duplicates: components["schemas"]["DuplicateExamples"];
            /** @description Texts that stand in several intents. */
            contradictions: components["schemas"]["ContradictoryExamples"];
            /** @description Fewest examples first; empty when there are too few. */
            learningCurve: components["schemas"]["LearningPoint"][];
            /** @description Up to 20, the most valuable first. */
            suggestions: components["schemas"]["TrainingSuggestion"][];
        };
        ComparedScope: {
            /** @description `__oos__` examples that both have held out. */
            examples: number;
            /** @description Share of the examples in scope that the version takes as such. */
            keptInScope: number | null;
            /** @description The same of the other. */
            withKeptInScope: number | null;
            /** @description Share of the `__oos__` examples that the version refuses; null without any. */
            refused: number | null;
            /** @description The same of the other. */
            withRefused: number | null;
        };
        ComparedIntent: {
            /** @description The intent. */
            intent: string;
            /** @description Its examples among those that both have held out. */
            examples: number;
            /** @description F1 of the version. */
            f1: number;
            /** @description F1 of the other. */
            withF1: number;
        };
        ComparedText: {
            /** @description The example, up to 200 characters of it. */
            text: string;
            /** @description What it means. */
            intent: string;
            /** @description What the version took it for. */
            predicted: string;
            /** @description What the other took it for. */
            withPredicted: string;
        };
        ModelComparison: {
            /** @description The version. */
            version: number;
            /** @description The other one. */
            with: number;
            /** @description Examples in scope that both have held out. The figures are of them; null where there are none. */
            examples: number;
            /** @description Share that the version got right. */
            accuracy: number | null;
            /** @description Share that the other got right. */
            withAccuracy: number | null;
            /** @description Of the shares; positive where the version is better. */
            difference: number | null;
            /** @description The difference lies between these with 95 % confidence. */
            interval: number[] | null;
            /** @description How probable such a difference is by chance (McNemar, exact, two-sided). */
            pValue: number | null;
            /** @description Mean F1 of the intents by the version. */
            macroF1: number | null;
            /** @description Mean F1 of the intents by the other. */
            withMacroF1: number | null;
            /** @description What both take for in scope. */
            outOfScope: components["schemas"]["ComparedScope"];
            /** @description `better` and `worse` by more than chance (p < .05); `not comparable` below 20 examples. */
            verdict: components["schemas"]["ModelComparisonVerdict"];
            /** @description Up to 50, those that differ most first. */
            perIntent: components["schemas"]["ComparedIntent"][];
            /** @description Examples that the version alone got right. */
            gainedCount: number;
            /** @description Up to 20 of them. */
            gained: components["schemas"]["ComparedText"][];
            /** @description Examples that the other alone got right. */
            lostCount: number;
            /** @description Up to 20 of them. */
            lost: components["schemas"]["ComparedText"][];
            /** @description Intents that only the version knows. */
            addedIntents: string[];
            /** @description Intents that only the other knows. */
            removedIntents: string[];
        };
        EndUserContext: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /** @description Your own id of the end user. */
            userId: string;
            /** @description What is known of the end user. */
            context: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was first stored.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        UpdateEndUserContext: {
            /**
             * @description Merged into what is stored, field by field; null takes a field away.
             * @example {
             *       "plan": "gold",
             *       "language": "en"
             *     }
             */
            context: {
                [key: string]: unknown;
            };
            /** @description The conversation in which it was learned. */
            conversationId?: string | null;
        };
        NamedReference: {
            /**
             * @description As said.
             * @example it
             */
            reference: string;
            /**
             * @description What it stands for.
             * @example iPhone 15
             */
            resolvedTo: string;
            /**
             * Format: uuid
             * @description The entity; null when it stands for several.
             */
            entityId: string | null;
            /**
             * @description What the entity is.
             * @example product
             */
            type: string;
            /** @description How surely it stands for it. */
            confidence: number;
        };
        ResolvedReferences: {
            /**
             * @description As given.
             * @example How much does it cost?
             */
            originalText: string;
            /**
             * @description With the names of what is referred to.
             * @example How much does iPhone 15 cost?
             */
            resolvedText: string;
            /** @description In the order of the text; empty when nothing is referred to, or nobody knows what. */
            references: components["schemas"]["NamedReference"][];
        };
        ResolveReferencesInput: {
            /**
             * @description What the end user says.
             * @example How much does it cost?
             */
            text: string;
            /**
             * @description Your own id of the end user.
             * @example user_42
             */
            userId: string;
            /** @description The conversation in which it is said. */
            conversationId?: string | null;
        };
        EndUserTopic: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description How surely the end user speaks of it. */
            confidence: number;
            /** @description Whether the end user speaks of it now. */
            active: boolean;
            /** @description Words that mean it. */
            keywords: string[];
            /**
             * Format: date-time
             * @description When it first came up.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last came up or was changed.
             */
            updatedAt: string;
        };
        PutEndUserTopic: {
            /**
             * @description Its name; of one name there is one topic, whatever the case.
             * @example billing
             */
            name: string;
            /**
             * @description How surely the end user speaks of it.
             * @example 0.8
             */
            confidence?: number;
            /**
             * @description Words that mean it: a message with one of them is about this topic.
             * @example [
             *       "invoice"
             *     ]
             */
            keywords?: string[];
            /**
             * @description Whether the end user speaks of it now.
             * @default true
             */
            active?: boolean;
        };
        EndUserEntity: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What it is. */
            type: string;
            /** @description Its name, normalised: a date as ISO 8601, a telephone number as E.164. */
            value: string;
            /** @description How sure it is. */
            confidence: number;
            /** @description What is kept with it. */
            metadata: {
                [key: string]: unknown;
            };
            /** @description Who named it: said (the end user), replied (the chatbot), model (found by a model), given (by you). */
            source: string;
            /**
             * Format: date-time
             * @description When it was first named.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last named or changed.
             */
            updatedAt: string;
        };
        PutEndUserEntity: {
            /**
             * @description What it is: email, phone, url, money, quantity, date, code, person, or a word of your own.
             * @example product
             */
            type: string;
            /**
             * @description Its name; one of the same type and value is replaced.
             * @example iPhone 15
             */
            value: string;
            /**
             * @description How sure it is.
             * @default 1
             * @example 0.95
             */
            confidence?: number;
            /** @description Anything that you want to keep with it. `number`: "singular" or "plural" says which pronouns stand for it. */
            metadata?: {
                [key: string]: unknown;
            };
        };
        EntityListSummary: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What the things are. */
            type: string;
            /** @description How many things it has. */
            valueCount: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        EntityListValue: {
            /**
             * @description Its name, as replies and entities write it.
             * @example iPhone 15
             */
            value: string;
            /**
             * @description What else people call it.
             * @example [
             *       "Apple phone"
             *     ]
             */
            synonyms?: string[] | null;
        };
        EntityList: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What the things are. */
            type: string;
            /** @description How many things it has. */
            valueCount: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
            /** @description The things. */
            values: components["schemas"]["EntityListValue"][];
        };
        CreateEntityList: {
            /**
             * @description What the things are: the type of the entities.
             * @example product
             */
            type: string;
            /** @description The things; found whatever the case and accents, as whole words. */
            values: components["schemas"]["EntityListValue"][];
        };
        UpdateEntityList: {
            /**
             * @description What the things are: the type of the entities.
             * @example product
             */
            type?: string;
            /** @description The things; found whatever the case and accents, as whole words. */
            values?: components["schemas"]["EntityListValue"][];
        };
        EndUserData: {
            /**
             * Format: uuid
             * @description The chatbot; null: all of the team.
             */
            chatbotId: string | null;
            /** @description Your own id of the end user. */
            userId: string;
            /**
             * Format: date-time
             * @description When it was read.
             */
            exportedAt: string;
            /** @description Everything that is held of the end user, by who holds it: conversations with their messages, ratings, context and so on. */
            records: {
                [key: string]: unknown;
            };
        };
        ErasedEndUser: {
            /**
             * Format: uuid
             * @description The chatbot; null: all of the team.
             */
            chatbotId: string | null;
            /** @description Your own id of the end user. */
            userId: string;
            /**
             * @description How many records were erased, by who held them.
             * @example {
             *       "conversations": 2,
             *       "context": 5
             *     }
             */
            erased: {
                [key: string]: unknown;
            };
        };
        LearningPlace: {
            /**
             * Format: uuid
             * @description The knowledge base that holds it.
             */
            knowledgeBaseId?: string;
            /**
             * Format: uuid
             * @description Its item there.
             */
            itemId?: string;
            /**
             * Format: uuid
             * @description The dataset that holds it.
             */
            datasetId?: string;
            /** @description Its examples there. */
            exampleIds?: string[];
        };
        LearningItem: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that could learn it.
             */
            chatbotId: string;
            /** @description What it teaches. */
            type: components["schemas"]["LearningItemType"];
            /** @description Where it comes from. */
            source: components["schemas"]["LearningItemSource"];
            /** @description Whether people want it; only what is approved is applied. */
            status: components["schemas"]["LearningItemStatus"];
            /**
             * @description What is learned (`query`, `response`, `intent`, `entity`, `pattern`, `confidence` 0 to 1) and what speaks for it (`count`, `examples`, `comments`, `rejectedResponse`, `agent`, `lastSeenAt`), as far as it is known.
             * @example {
             *       "query": "Do you ship abroad?",
             *       "response": "Yes, we ship to 40 countries.",
             *       "confidence": 0.9
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was applied; null while it is not.
             */
            appliedAt: string | null;
            /** @description Where it stands since then. */
            appliedTo: components["schemas"]["LearningPlace"] | null;
            /**
             * Format: date-time
             * @description When it was found or written.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        LearnedEntity: {
            /**
             * @description Its type.
             * @example product
             */
            type: string;
            /**
             * @description What it is called.
             * @example Trail Runner 2
             */
            value: string;
        };
        CreateLearningItem: {
            /**
             * @description What it teaches.
             * @example query_response
             */
            type: components["schemas"]["LearningItemType"];
            /**
             * @description The question.
             * @example Do you ship abroad?
             */
            query?: string;
            /**
             * @description What is to be answered.
             * @example Yes, we ship to 40 countries.
             */
            response?: string;
            /** @description Name of the intent. */
            intent?: string;
            /** @description The entity. */
            entity?: components["schemas"]["LearnedEntity"];
            /** @description How the intent or the entity is said. */
            pattern?: string;
        };
        SkippedLearningItem: {
            /**
             * Format: uuid
             * @description The item.
             */
            learningId: string;
            /** @description What it teaches. */
            type: components["schemas"]["LearningItemType"];
            /**
             * @description Why it could not be taken.
             * @example It has no response yet.
             */
            reason: string;
        };
        LearningResults: {
            /**
             * @description How many were applied of each type.
             * @example {
             *       "query_response": 2
             *     }
             */
            byType: {
                [key: string]: unknown;
            };
            /** @description Approved items that could not be applied yet. */
            skipped: components["schemas"]["SkippedLearningItem"][];
            /** @description The knowledge bases that were written to. */
            knowledgeBaseIds: string[];
            /** @description The datasets that were written to. */
            datasetIds: string[];
            /**
             * Format: uuid
             * @description The training session that learns from the examples; absent when none was started.
             */
            trainingSessionId?: string;
            /** @description Why none was started although there are new examples. The next call tries again. */
            trainingPostponed?: string;
            /** @description Whether more items wait than one call takes: call again. */
            isMore: boolean;
        };
        AppliedLearning: {
            /**
             * @description Items that were applied by this call.
             * @example 2
             */
            applied: number;
            /** @description What became of the items. */
            results: components["schemas"]["LearningResults"];
            /**
             * @description The same in words.
             * @example 2 items were applied.
             */
            message: string;
        };
        PreviewedAnswer: {
            /** @description What is said. */
            text: string;
            /** @description Probability that it answers the question from the knowledge. */
            confidence: number;
            /** @description Whether it rests on the knowledge. */
            grounded: boolean;
        };
        ChangedAnswer: {
            /** @description A question that was asked. */
            query: string;
            /** @description The answer now. */
            before: components["schemas"]["PreviewedAnswer"];
            /** @description The answer with the items. */
            after: components["schemas"]["PreviewedAnswer"];
            /** @description The items that the new answer rests on. */
            because: string[];
        };
        LearningPreview: {
            /** @description Questions that would be answered otherwise, the latest first. */
            changes: components["schemas"]["ChangedAnswer"][];
            /** @description Past questions that were tried, each once. */
            questions: number;
            /** @description Items that were tried. */
            items: number;
            /** @description Items that were not, and why. */
            skipped: components["schemas"]["SkippedLearningItem"][];
            /**
             * @description The model that spoke. It costs nothing; the words of the chatbot’s own model would differ.
             * @example extractive
             */
            model: string;
        };
        PreviewLearning: {
            /** @description The items to try out, whatever their status; all that would be applied unless you name some. */
            learningIds?: string[];
        };
        RevertedLearningItem: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The chatbot that could learn it.
             */
            chatbotId: string;
            /** @description What it teaches. */
            type: components["schemas"]["LearningItemType"];
            /** @description Where it comes from. */
            source: components["schemas"]["LearningItemSource"];
            /** @description Whether people want it; only what is approved is applied. */
            status: components["schemas"]["LearningItemStatus"];
            /**
             * @description What is learned (`query`, `response`, `intent`, `entity`, `pattern`, `confidence` 0 to 1) and what speaks for it (`count`, `examples`, `comments`, `rejectedResponse`, `agent`, `lastSeenAt`), as far as it is known.
             * @example {
             *       "query": "Do you ship abroad?",
             *       "response": "Yes, we ship to 40 countries.",
             *       "confidence": 0.9
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it was applied; null while it is not.
             */
            appliedAt: string | null;
            /** @description Where it stands since then. */
            appliedTo: components["schemas"]["LearningPlace"] | null;
            /**
             * Format: date-time
             * @description When it was found or written.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
            /**
             * Format: uuid
             * @description The training session that forgets its examples; absent when none is needed.
             */
            trainingSessionId?: string;
        };
        UpdateLearningItem: {
            /**
             * @description The question.
             * @example Do you ship abroad?
             */
            query?: string | null;
            /**
             * @description What is to be answered.
             * @example Yes, we ship to 40 countries.
             */
            response?: string | null;
            /** @description Name of the intent. */
            intent?: string | null;
            /** @description The entity. */
            entity?: components["schemas"]["LearnedEntity"] | null;
            /** @description How the intent or the entity is said. */
            pattern?: string | null;
        };
        DecideLearningItem: {
            /**
             * @description What was decided. Rejecting an item that is applied takes it out again.
             * @example approved
             */
            status: components["schemas"]["DecideLearningItemStatus"];
        };
        FigureRange: {
            /**
             * Format: date-time
             * @description Where it begins.
             */
            from: string;
            /**
             * Format: date-time
             * @description Where it ends; that moment is not in it.
             */
            to: string;
            /** @description What a bucket of the timeline is. */
            period: components["schemas"]["FigureRangePeriod"];
            /**
             * @description The time zone in which days begin.
             * @example UTC
             */
            timezone: string;
        };
        MessageBucket: {
            /**
             * @description Its first day, in the time zone; it may lie before the range.
             * @example 2026-01-01
             */
            date: string;
            /** @description Messages. */
            count: number;
            /** @description Of end users. */
            userMessages: number;
            /** @description Of the chatbot. */
            botMessages: number;
            /** @description Of people who answered in its place. */
            agentMessages: number;
        };
        MessageAnalytics: {
            /** @description The chatbot. */
            chatbotId: string;
            /** @description What they are of. */
            range: components["schemas"]["FigureRange"];
            /** @description Messages. */
            total: number;
            /** @description Of end users. */
            userMessages: number;
            /** @description Of the chatbot. */
            botMessages: number;
            /** @description Of people who answered in its place. */
            agentMessages: number;
            /** @description Every bucket of the range, oldest first. */
            timeline: components["schemas"]["MessageBucket"][];
        };
        UserBucket: {
            /**
             * @description Its first day, in the time zone; it may lie before the range.
             * @example 2026-01-01
             */
            date: string;
            /** @description Different users. */
            count: number;
            /** @description Who had never been there before. */
            newUsers: number;
            /** @description Who had been there before. */
            returningUsers: number;
        };
        UserAnalytics: {
            /** @description The chatbot. */
            chatbotId: string;
            /** @description What they are of. */
            range: components["schemas"]["FigureRange"];
            /** @description Different users, who are fewer than those of the buckets together. */
            total: number;
            /** @description Seen for the first time ever in the range. */
            newUsers: number;
            /** @description Seen before. */
            returningUsers: number;
            /** @description Every bucket of the range, oldest first. */
            timeline: components["schemas"]["UserBucket"][];
        };
        SessionBucket: {
            /**
             * @description Its first day, in the time zone; it may lie before the range.
             * @example 2026-01-01
             */
            date: string;
            /** @description Sessions that began in it. */
            count: number;
            /** @description Conversations that began in it. */
            conversations: number;
            /** @description Seconds from the first message of a session to its last; 0 without sessions. */
            averageDuration: number;
            /** @description Messages of a session; 0 without sessions. */
            averageMessages: number;
        };
        SessionAnalytics: {
            /** @description The chatbot. */
            chatbotId: string;
            /** @description What they are of. */
            range: components["schemas"]["FigureRange"];
            /** @description Sessions that began in the range. A conversation that goes on after it was ended, or after the idle time, is another session. */
            total: number;
            /** @description Conversations that began in the range. */
            conversations: number;
            /** @description Seconds from the first message of a session to its last; 0 without sessions. */
            averageDuration: number;
            /** @description Messages of a session; 0 without sessions. */
            averageMessages: number;
            /** @description Every bucket of the range, oldest first. */
            timeline: components["schemas"]["SessionBucket"][];
        };
        IntentCount: {
            /** @description The intent. */
            intent: string;
            /** @description Messages. */
            count: number;
            /** @description Of the messages whose intent was recognised. */
            percentage: number;
        };
        IntentBucket: {
            /**
             * @description Its first day, in the time zone; it may lie before the range.
             * @example 2026-01-01
             */
            date: string;
            /** @description Messages whose intent was recognised. */
            count: number;
            /** @description Messages that were none of the intents. */
            outOfScope: number;
        };
        IntentAnalytics: {
            /** @description The chatbot. */
            chatbotId: string;
            /** @description What they are of. */
            range: components["schemas"]["FigureRange"];
            /** @description Messages whose intent was recognised. */
            total: number;
            /** @description Messages that were none of the intents. */
            outOfScope: number;
            /** @description The most frequent first. */
            intents: components["schemas"]["IntentCount"][];
            /** @description Every bucket of the range, oldest first. */
            timeline: components["schemas"]["IntentBucket"][];
        };
        UsageOfModel: {
            /** @description Read by the model. */
            inputTokens: number;
            /** @description Written by the model. */
            outputTokens: number;
            /** @description In US dollars, by the prices that were set when the replies were made. */
            costUsd: number;
            /** @description Replies of models without a price, which are not in the cost. */
            unpricedReplies: number;
            /** @description Name of the model. */
            model: string;
            /** @description Its id in the registry; null when it has none. */
            modelId: number | null;
            /** @description Replies. */
            replies: number;
        };
        UsageBucket: {
            /** @description Read by the model. */
            inputTokens: number;
            /** @description Written by the model. */
            outputTokens: number;
            /** @description In US dollars, by the prices that were set when the replies were made. */
            costUsd: number;
            /** @description Replies of models without a price, which are not in the cost. */
            unpricedReplies: number;
            /**
             * @description Its first day, in the time zone; it may lie before the range.
             * @example 2026-01-01
             */
            date: string;
            /** @description Replies. */
            count: number;
        };
        UsageAnalytics: {
            /** @description Read by the model. */
            inputTokens: number;
            /** @description Written by the model. */
            outputTokens: number;
            /** @description In US dollars, by the prices that were set when the replies were made. */
            costUsd: number;
            /** @description Replies of models without a price, which are not in the cost. */
            unpricedReplies: number;
            /** @description The chatbot. */
            chatbotId: string;
            /** @description What they are of. */
            range: components["schemas"]["FigureRange"];
            /** @description Replies. */
            total: number;
            /** @description The most used first. */
            models: components["schemas"]["UsageOfModel"][];
            /** @description Every bucket of the range, oldest first. */
            timeline: components["schemas"]["UsageBucket"][];
        };
        QualityBucket: {
            /** @description Milliseconds that half of the replies do not exceed, from a histogram; null without replies. */
            latencyP50Ms: number | null;
            /** @description Milliseconds that 19 of 20 replies do not exceed. */
            latencyP95Ms: number | null;
            /** @description Milliseconds on average. */
            averageLatencyMs: number | null;
            /** @description Of the replies, 0 to 1; null without replies. */
            averageConfidence: number | null;
            /** @description Replies to questions that the knowledge does not answer. */
            noContext: number;
            /** @description Their share of the replies. */
            noContextRate: number;
            /** @description Judged well. */
            positiveRatings: number;
            /** @description Judged neither well nor badly. */
            neutralRatings: number;
            /** @description Judged badly. */
            negativeRatings: number;
            /** @description Mean of the scores, 1 to 5; null without scores. */
            averageScore: number | null;
            /** @description Times that a person was wanted. */
            escalations: number;
            /** @description Escalations for each session. */
            escalationRate: number;
            /** @description Conversations that were resolved. */
            resolutions: number;
            /**
             * @description Its first day, in the time zone; it may lie before the range.
             * @example 2026-01-01
             */
            date: string;
            /** @description Replies. */
            count: number;
        };
        QualityAnalytics: {
            /** @description Milliseconds that half of the replies do not exceed, from a histogram; null without replies. */
            latencyP50Ms: number | null;
            /** @description Milliseconds that 19 of 20 replies do not exceed. */
            latencyP95Ms: number | null;
            /** @description Milliseconds on average. */
            averageLatencyMs: number | null;
            /** @description Of the replies, 0 to 1; null without replies. */
            averageConfidence: number | null;
            /** @description Replies to questions that the knowledge does not answer. */
            noContext: number;
            /** @description Their share of the replies. */
            noContextRate: number;
            /** @description Judged well. */
            positiveRatings: number;
            /** @description Judged neither well nor badly. */
            neutralRatings: number;
            /** @description Judged badly. */
            negativeRatings: number;
            /** @description Mean of the scores, 1 to 5; null without scores. */
            averageScore: number | null;
            /** @description Times that a person was wanted. */
            escalations: number;
            /** @description Escalations for each session. */
            escalationRate: number;
            /** @description Conversations that were resolved. */
            resolutions: number;
            /** @description The chatbot. */
            chatbotId: string;
            /** @description What they are of. */
            range: components["schemas"]["FigureRange"];
            /** @description Replies. */
            total: number;
            /** @description Every bucket of the range, oldest first. */
            timeline: components["schemas"]["QualityBucket"][];
        };
        InsightEffect: {
            /** @description How it is measured: a ratio of rates, or of shares and means in units that do not depend on how much was counted (0.2 is small, 0.5 medium, 0.8 large). */
            name: components["schemas"]["InsightEffectName"];
            /** @description Its size; null: beyond all measure. */
            value: number | null;
        };
        InsightSamples: {
            /** @description In the period. */
            current: number;
            /** @description In the one before. */
            previous: number;
        };
        Insight: {
            /**
             * @description What it is about, the same in every answer.
             * @example no-context-rate
             */
            id: string;
            /** @description `trend`: compares two periods. `finding`: tells what there is in this one, in `items`. */
            kind: components["schemas"]["InsightKind"];
            /**
             * @description A heading.
             * @example Messages without an answer
             */
            title: string;
            /** @description It in words. */
            text: string;
            /**
             * @description The figure; the same as `id`.
             * @example no-context-rate
             */
            metric: string;
            /** @description What `current` and `previous` are in; a share is 0 to 1. */
            unit: components["schemas"]["InsightUnit"];
            /** @description The figure of the period; of a finding, how many there are. Null: nothing was measured. */
            current: number | null;
            /** @description Of the period before; null when there is none. */
            previous: number | null;
            /**
             * @description From the one to the other, by the hour where a period is not over.
             * @example -12.5
             */
            changePercent: number | null;
            /** @description How often chance alone would make such a difference; null when there is too little to tell. */
            pValue: number | null;
            /** @description The same, given that all trends were tested together (Benjamini-Hochberg). */
            adjustedPValue: number | null;
            /** @description How great the difference is; null when there is too little to tell. */
            effect: components["schemas"]["InsightEffect"] | null;
            /** @description Whether the adjusted p-value is below 0.05. */
            isSignificant: boolean;
            /** @description What a significant change that is large enough to matter means; else null. */
            verdict: components["schemas"]["InsightVerdict"] | null;
            /** @description How many were compared. */
            samples: components["schemas"]["InsightSamples"] | null;
            /**
             * @description What a finding is about, the weightiest first: a list of objects that depend on `id`.
             * @example [
             *       {
             *         "intent": "track_order",
             *         "turns": 12
             *       }
             *     ]
             */
            items: {
                [key: string]: unknown;
            }[];
        };
        SuggestedRequest: {
            /**
             * @description What it does.
             * @example Add an item to "Help"
             */
            title: string;
            /** @description Of the request. */
            method: components["schemas"]["SuggestedRequestMethod"];
            /**
             * @description Of the request, to this server.
             * @example /api/v1/knowledge-bases/0190.../items
             */
            path: string;
            /** @description Of the request; absent when it has none. */
            body?: {
                [key: string]: unknown;
            };
            /**
             * @description What a person has to fill in first, as paths in the body.
             * @example [
             *       "answer"
             *     ]
             */
            fill: string[];
        };
        InsightRecommendation: {
            /**
             * @description What it is about; the same as long as that is there.
             * @example answer:0190...
             */
            id: string;
            /** @description A heading. */
            title: string;
            /** @description Why. */
            text: string;
            /** @description Turns of the period that it would have mended, as far as can be told; the list is sorted by it. */
            turns: number;
            /** @description The request that mends it. */
            action: components["schemas"]["SuggestedRequest"];
            /** @description Others that do, or that come next. */
            alternatives: components["schemas"]["SuggestedRequest"][];
            /** @description What speaks for it. */
            evidence: {
                [key: string]: unknown;
            };
        };
        InsightReport: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /** @description What it is about. */
            period: components["schemas"]["FigureRangePeriod"];
            /** @description Of the hours of the day. */
            timezone: string;
            /**
             * Format: date-time
             * @description Where the period begins.
             */
            from: string;
            /**
             * Format: date-time
             * @description Where it ends.
             */
            to: string;
            /**
             * Format: date-time
             * @description Where the one before begins; null when there is none.
             */
            previousFrom: string | null;
            /** @description Turns that findings rest on: the latest of the period. Trends of what is counted rest on all. */
            turnsRead: number;
            /** @description Whether the period has more turns than those. */
            isSampled: boolean;
            /** @description How well it answers: messages, no-context-rate, escalation-rate, negative-ratings, latency, confidence, badly-rated-answers. */
            performanceInsights: components["schemas"]["Insight"][];
            /** @description Who writes and when: users, new-users, conversations, busiest-hours, languages, channels. */
            userInsights: components["schemas"]["Insight"][];
            /** @description What it knows: unanswered-questions, unused-documents, overused-documents, unsure-intents, confused-intents. */
            contentInsights: components["schemas"]["Insight"][];
            /** @description What would mend it, what mends most first. */
            recommendations: components["schemas"]["InsightRecommendation"][];
            /**
             * Format: date-time
             * @description When this was computed.
             */
            generatedAt: string;
        };
        IntegrationLatency: {
            /** @description Mean. */
            meanMs: number | null;
            /** @description What half of its replies do not exceed, to 5 %. */
            p50Ms: number | null;
            /** @description What 95 % of its replies do not exceed, to 5 %. */
            p95Ms: number | null;
        };
        IntegrationRatings: {
            /** @description Positive ones. */
            positive: number;
            /** @description Neutral ones. */
            neutral: number;
            /** @description Negative ones. */
            negative: number;
            /** @description Mean of those with a score of 1 to 5; null of none. */
            averageScore: number | null;
        };
        IntegrationUsage: {
            /** @description Tokens that were read. */
            inputTokens: number;
            /** @description Tokens that were written. */
            outputTokens: number;
            /** @description In US dollars, of the replies whose price is known. */
            costUsd: number;
            /** @description Replies with tokens whose price is not known. */
            unpricedTurns: number;
        };
        ReportInterval: {
            /** @description Where it begins. */
            low: number;
            /** @description Where it ends. */
            high: number;
        };
        ConversationShare: {
            /** @description Conversations of which it is true. */
            count: number;
            /** @description Conversations in which it is known. */
            total: number;
            /** @description The share; null of none. */
            share: number | null;
            /** @description Holds the true share 95 times in 100 (Wilson). */
            interval: components["schemas"]["ReportInterval"] | null;
        };
        ConversationWaiting: {
            /** @description Of how long users waited for a reply, whoever wrote it; geometric mean of the conversations, in ms. */
            geometricMeanMs: number | null;
            /** @description Holds the true mean 95 times in 100 (Student). */
            interval: components["schemas"]["ReportInterval"] | null;
        };
        ConversationOutcomeFigures: {
            /** @description With a turn that it was chosen for and did not answer. */
            failed: components["schemas"]["ConversationShare"];
            /** @description Of those with ratings of its replies: with more positive than negative ones. */
            pleased: components["schemas"]["ConversationShare"];
            /** @description How long users waited. */
            waiting: components["schemas"]["ConversationWaiting"];
        };
        IntegrationReportEntry: {
            /**
             * Format: uuid
             * @description The integration.
             */
            integrationId: string;
            /** @description Its name; of one that is deleted, the last one that is known. */
            name: string | null;
            /** @description What it is. */
            kind: components["schemas"]["ChatbotIntegrationKind"] | null;
            /** @description Whether it is deleted. */
            isDeleted: boolean;
            /** @description Whether it is asked at all. */
            isEnabled: boolean;
            /** @description Whether it is asked when others fail. */
            isFallback: boolean;
            /** @description Its weight at present. */
            weight: number;
            /** @description Of the weights of all that are enabled, at present. */
            weightShare: number;
            /** @description Conversations that were first given to it in the period. */
            conversations: number;
            /** @description Their share; null of none. */
            conversationShare: number | null;
            /** @description Replies of its own, also in place of another one. */
            turns: number;
            /** @description Times that it was asked. */
            calls: number;
            /** @description Calls that came to nothing. */
            failures: number;
            /** @description Their share of the calls; null of none. */
            failureRate: number | null;
            /** @description Times that it was not asked because it had failed several times in a row. */
            skips: number;
            /** @description Turns that it was chosen for and nobody could answer. */
            apologies: number;
            /** @description How long its own replies took. */
            latency: components["schemas"]["IntegrationLatency"];
            /** @description Of its own replies. */
            ratings: components["schemas"]["IntegrationRatings"];
            /** @description Of its own replies. */
            usage: components["schemas"]["IntegrationUsage"];
            /** @description What is compared: what became of the conversations, each counted once. */
            outcomes: components["schemas"]["ConversationOutcomeFigures"];
        };
        ReportChange: {
            /** @description Where it begins. */
            low: number;
            /** @description Where it ends. */
            high: number;
            /** @description Of the integration to the control: `difference` of shares, `ratio` of times. */
            kind: components["schemas"]["ReportChangeKind"];
            /** @description Its size; `low` and `high` hold the true one 95 times in 100, however often one looks. */
            value: number;
        };
        IntegrationComparisonEntry: {
            /** @description `failures`: conversations with a turn that was not answered. `satisfaction`: rated conversations that pleased. `latency`: how long users waited. */
            metric: components["schemas"]["ComparedMetric"];
            /**
             * Format: uuid
             * @description The integration that is compared with the control.
             */
            integrationId: string;
            /**
             * Format: uuid
             * @description The control: the one with the most turns.
             */
            controlId: string;
            /** @description `better` when one of the two is, by more than chance. */
            verdict: components["schemas"]["IntegrationVerdict"];
            /**
             * Format: uuid
             * @description Which is better; null unless one is.
             */
            betterIntegrationId: string | null;
            /** @description Conversations in which the metric is known. */
            conversations: number;
            /** @description Of the control. */
            controlConversations: number;
            /** @description A share, or a geometric mean in milliseconds; null when nothing was measured. */
            value: number | null;
            /** @description Of the control. */
            controlValue: number | null;
            /** @description From the control to the integration; null when there is too little to tell. */
            change: components["schemas"]["ReportChange"] | null;
            /** @description How often chance alone would ever show such a difference, however often one looks; null when there is too little to tell. */
            pValue: number | null;
            /** @description The same among all comparisons (Holm). */
            adjustedPValue: number | null;
        };
        IntegrationReportVerdict: {
            /** @description `insufficient_data`: nothing could be compared. `no_difference_shown`: there may be none, or one that is too small to see. */
            verdict: components["schemas"]["IntegrationVerdict"];
            /** @description The gravest metric of which one is better. */
            metric: components["schemas"]["ComparedMetric"] | null;
            /**
             * Format: uuid
             * @description Which is better.
             */
            integrationId: string | null;
            /**
             * Format: uuid
             * @description Better than which.
             */
            thanIntegrationId: string | null;
            /** @description Of that comparison. */
            pValue: number | null;
            /** @description Of that comparison, among all. */
            adjustedPValue: number | null;
        };
        IntegrationReport: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /**
             * Format: date-time
             * @description Where the period begins; null: with the first conversation.
             */
            from: string | null;
            /**
             * Format: date-time
             * @description Where it ends; that moment is not in it. Null: now.
             */
            to: string | null;
            /** @description All of the chatbot, and those that are deleted but did something in the period. */
            integrations: components["schemas"]["IntegrationReportEntry"][];
            /**
             * Format: uuid
             * @description With the most turns; null unless there are two to compare.
             */
            controlId: string | null;
            /** @description Each of the others with the control, by each metric. */
            comparisons: components["schemas"]["IntegrationComparisonEntry"][];
            /** @description What comes of them. */
            verdict: components["schemas"]["IntegrationReportVerdict"];
            /** @description The chance of a single false verdict in a period is at most this, however often one looks. */
            level: number;
            /** @description Conversations that each of two must have before they are compared. */
            leastConversations: number;
            /**
             * Format: date-time
             * @description When this was told.
             */
            generatedAt: string;
        };
        AgentMcpServerField: {
            /**
             * @description One of http, filesystem, database, custom. Only http can be reached from here.
             * @example http
             */
            type: string;
            /**
             * @description Its name, unique in the loop.
             * @example CRM
             */
            name: string;
            /**
             * @description Where it is. Without one it is unavailable.
             * @example https://crm.example.com/mcp
             */
            url?: string | null;
            /** @description Sent with every request. Values are never shown; a mask stands for them, and sending it back keeps what is there. */
            headers?: {
                [key: string]: unknown;
            } | null;
        };
        AgentSchedule: {
            /** @description Five fields of cron, or six with seconds first. */
            cron: string;
            /** @description IANA name of the time zone. */
            timeZone: string;
            /**
             * Format: date-time
             * @description When it is due next; null while the loop is paused.
             */
            nextRunAt: string | null;
        };
        AgentLoop: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Display name. */
            name: string;
            /** @description What the model is and what it is to reach. */
            systemPrompt: string;
            /** @description What it is told to do. */
            userMessage: string;
            /** @description MCP servers whose tools it may call. */
            mcpServers: components["schemas"]["AgentMcpServerField"][];
            /** @description Ids of plugins whose tools it may call. */
            pluginIds: string[];
            /**
             * Format: uuid
             * @description The chatbot whose knowledge it may search.
             */
            knowledgeChatbotId: string | null;
            /** @description Told what came of each execution. */
            callbackUrl: string | null;
            /** @description Sent with the callback; values are masked. */
            callbackHeaders: {
                [key: string]: unknown;
            };
            /** @description What callbacks are signed with; shown only when the loop is created. */
            callbackSecret?: string;
            /** @description How often the model may be called. */
            maxIterations: number;
            /** @description Tokens that it may read and write; null: no limit. */
            maxTokens: number | null;
            /** @description Milliseconds that an execution may take. */
            timeoutMs: number;
            /** @description Name of the model. */
            model: string | null;
            /** @description Id of the model. */
            modelId: number | null;
            /** @description When it runs by itself; null: never. */
            schedule: components["schemas"]["AgentSchedule"] | null;
            /** @description Whether its schedule begins executions. */
            status: components["schemas"]["AgentLoopStatus"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        AgentScheduleField: {
            /**
             * @description Five fields of cron, or six with seconds first.
             * @example 0 9 * * 1-5
             */
            cron: string;
            /**
             * @description IANA name of the time zone that it is meant in.
             * @default UTC
             * @example Europe/Berlin
             */
            timeZone?: string | null;
        };
        CreateAgentLoop: {
            /**
             * @description Display name.
             * @example Daily Sales Report
             */
            name: string;
            /**
             * @description What the model is and what it is to reach.
             * @example You are a data analyst.
             */
            systemPrompt: string;
            /**
             * @description What it is told to do. `{{name}}` is filled in from the variables of a run.
             * @example Write the sales report of {{day}}.
             */
            userMessage: string;
            /** @description MCP servers whose tools it may call. */
            mcpServers?: components["schemas"]["AgentMcpServerField"][] | null;
            /** @description Ids of plugins whose tools it may call. */
            pluginIds?: string[] | null;
            /**
             * Format: uuid
             * @description The chatbot whose knowledge it may search.
             */
            knowledgeChatbotId?: string | null;
            /**
             * @description Told what came of each execution, by a signed POST.
             * @example https://example.com/agent-callback
             */
            callbackUrl?: string | null;
            /** @description Sent with the callback. Values are never shown; a mask stands for them, and sending it back keeps what is there. */
            callbackHeaders?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description How often the model may be called.
             * @default 10
             */
            maxIterations?: number | null;
            /** @description Tokens that the model may read and write in one execution; null: no limit. */
            maxTokens?: number | null;
            /**
             * @description Milliseconds that an execution may take.
             * @default 300000
             */
            timeoutMs?: number | null;
            /** @description Name of the model; `modelId` is preferred to it. Default: that of the installation. */
            model?: string | null;
            /** @description Id of a registered model. */
            modelId?: number | null;
            /** @description When it runs by itself; null: never. */
            schedule?: components["schemas"]["AgentScheduleField"] | null;
            /** @description A paused loop is not begun by its schedule. */
            status?: components["schemas"]["AgentLoopStatus"];
        };
        UpdateAgentLoop: {
            /**
             * @description Display name.
             * @example Daily Sales Report
             */
            name?: string;
            /**
             * @description What the model is and what it is to reach.
             * @example You are a data analyst.
             */
            systemPrompt?: string;
            /**
             * @description What it is told to do. `{{name}}` is filled in from the variables of a run.
             * @example Write the sales report of {{day}}.
             */
            userMessage?: string;
            /** @description MCP servers whose tools it may call. */
            mcpServers?: components["schemas"]["AgentMcpServerField"][] | null;
            /** @description Ids of plugins whose tools it may call. */
            pluginIds?: string[] | null;
            /**
             * Format: uuid
             * @description The chatbot whose knowledge it may search.
             */
            knowledgeChatbotId?: string | null;
            /**
             * @description Told what came of each execution, by a signed POST.
             * @example https://example.com/agent-callback
             */
            callbackUrl?: string | null;
            /** @description Sent with the callback. Values are never shown; a mask stands for them, and sending it back keeps what is there. */
            callbackHeaders?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description How often the model may be called.
             * @default 10
             */
            maxIterations?: number | null;
            /** @description Tokens that the model may read and write in one execution; null: no limit. */
            maxTokens?: number | null;
            /**
             * @description Milliseconds that an execution may take.
             * @default 300000
             */
            timeoutMs?: number | null;
            /** @description Name of the model; `modelId` is preferred to it. Default: that of the installation. */
            model?: string | null;
            /** @description Id of a registered model. */
            modelId?: number | null;
            /** @description When it runs by itself; null: never. */
            schedule?: components["schemas"]["AgentScheduleField"] | null;
            /** @description A paused loop is not begun by its schedule. */
            status?: components["schemas"]["AgentLoopStatus"];
        };
        AgentUsage: {
            /** @description Tokens that the model has read. */
            inputTokens: number;
            /** @description Tokens that the model has written. */
            outputTokens: number;
        };
        AgentServer: {
            /** @description Of the server or plugin. */
            name: string;
            /** @description Whether its tools were there. */
            status: components["schemas"]["AgentServerStatus"];
            /** @description Why they were not. */
            message: string | null;
        };
        AgentCallback: {
            /** @description How far it is. */
            state: components["schemas"]["AgentCallbackState"];
            /** @description How often it was tried. */
            attempts: number;
            /** @description What was wrong the last time. */
            error: string | null;
        };
        AgentExecution: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The loop that it is a run of.
             */
            agentLoopId: string;
            /** @description How far it is. */
            status: components["schemas"]["AgentExecutionStatus"];
            /** @description Who began it. */
            trigger: components["schemas"]["AgentExecutionTrigger"];
            /** @description What the model was told to do. */
            userMessage: string;
            /** @description What came of it; of one that did not complete: what the model said last. */
            output: string | null;
            /** @description How often the model was called. */
            iterationsUsed: number;
            /** @description How many calls of tools were begun. */
            toolCalls: number;
            /** @description Why it did not complete. */
            error: string | null;
            /** @description What it used. */
            usage: components["schemas"]["AgentUsage"];
            /** @description Who spoke. */
            model: string | null;
            /** @description How it stood with each tool server and plugin. */
            servers: components["schemas"]["AgentServer"][];
            /** @description What became of the callback. */
            callback: components["schemas"]["AgentCallback"];
            /**
             * Format: date-time
             * @description The time of the schedule that it stands for.
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description When it was first worked on.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended, in whatever way.
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
        };
        RunAgentLoop: {
            /** @description Instead of the loop’s own. */
            userMessage?: string | null;
            /**
             * @description For `{{names}}` in the message. What is no text is told as JSON; places without a value stay as they are.
             * @example {
             *       "day": "Monday"
             *     }
             */
            variables?: {
                [key: string]: unknown;
            } | null;
        };
        AgentStep: {
            /** @description From 1, in the order in which they were begun. */
            position: number;
            /** @description What was called. */
            kind: components["schemas"]["AgentStepKind"];
            /** @description `unknown`: its process died before an answer came. */
            state: components["schemas"]["AgentStepState"];
            /** @description Of the model or the tool. */
            name: string;
            /** @description The id by which the model asked for the tool. */
            callId: string | null;
            /** @description Of a tool: its arguments. */
            input: unknown;
            /** @description Of a tool: `{text}`; of the model: `{text, toolCalls}`. */
            output: unknown;
            /** @description Why it failed. */
            error: string | null;
            /** @description What it used. */
            usage: components["schemas"]["AgentUsage"];
            /**
             * Format: date-time
             * @description When it was begun.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            endedAt: string | null;
        };
        AgentExecutionWithSteps: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: uuid
             * @description The loop that it is a run of.
             */
            agentLoopId: string;
            /** @description How far it is. */
            status: components["schemas"]["AgentExecutionStatus"];
            /** @description Who began it. */
            trigger: components["schemas"]["AgentExecutionTrigger"];
            /** @description What the model was told to do. */
            userMessage: string;
            /** @description What came of it; of one that did not complete: what the model said last. */
            output: string | null;
            /** @description How often the model was called. */
            iterationsUsed: number;
            /** @description How many calls of tools were begun. */
            toolCalls: number;
            /** @description Why it did not complete. */
            error: string | null;
            /** @description What it used. */
            usage: components["schemas"]["AgentUsage"];
            /** @description Who spoke. */
            model: string | null;
            /** @description How it stood with each tool server and plugin. */
            servers: components["schemas"]["AgentServer"][];
            /** @description What became of the callback. */
            callback: components["schemas"]["AgentCallback"];
            /**
             * Format: date-time
             * @description The time of the schedule that it stands for.
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description When it was first worked on.
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description When it ended, in whatever way.
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
            /** @description What it did, in order. */
            steps: components["schemas"]["AgentStep"][];
        };
        WebhookWithItsSecret: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * @description Address that events are sent to.
             * @example https://your-service.example.com/webhook
             */
            url: string;
            /**
             * @description Names of the events that are sent.
             * @example [
             *       "message.received",
             *       "message.sent"
             *     ]
             */
            events: string[];
            /** @description Whether events are noted for it and sent. */
            active: boolean;
            /**
             * Format: uuid
             * @description Only events of this chatbot; null: of all.
             */
            chatbotId: string | null;
            /** @description What it is for. */
            description: string | null;
            /** @description Why it is off: `by_owner`: your team wished so; `gone`: the receiver answered 410; `failing`: it failed for days. */
            disabledReason: components["schemas"]["RegisteredWebhookDisabledReason"] | null;
            /**
             * Format: date-time
             * @description When it was switched off.
             */
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description First failure since the last success.
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description When something was last delivered.
             */
            lastSuccessAt: string | null;
            /**
             * Format: date-time
             * @description When an attempt last failed.
             */
            lastFailureAt: string | null;
            /**
             * Format: date-time
             * @description Until then the secret before the present one signs too.
             */
            previousSecretExpiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was registered.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
            /**
             * @description Signs what is sent. It is shown in this answer and never again.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
        };
        RegisterWebhook: {
            /**
             * @description http or https address on the public internet that events are sent to with POST. Redirects are not followed.
             * @example https://your-service.example.com/webhook
             */
            url: string;
            /**
             * @description Names of the events that are sent; see "List webhook events".
             * @example [
             *       "message.received",
             *       "message.sent"
             *     ]
             */
            events: string[];
            /**
             * @description Signs what is sent; one that is not given is made. `whsec_` and base64 is the form of Standard Webhooks. In updates it takes the place of the present one, which is valid for 24 hours longer.
             * @example your_webhook_secret
             */
            secret?: string;
            /**
             * Format: uuid
             * @description Only events of this chatbot. Absent or null: of all chatbots, and of the team itself.
             */
            chatbotId?: string | null;
            /**
             * @description What it is for, for people.
             * @example Tickets in our help desk
             */
            description?: string | null;
        };
        RegisteredWebhook: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * @description Address that events are sent to.
             * @example https://your-service.example.com/webhook
             */
            url: string;
            /**
             * @description Names of the events that are sent.
             * @example [
             *       "message.received",
             *       "message.sent"
             *     ]
             */
            events: string[];
            /** @description Whether events are noted for it and sent. */
            active: boolean;
            /**
             * Format: uuid
             * @description Only events of this chatbot; null: of all.
             */
            chatbotId: string | null;
            /** @description What it is for. */
            description: string | null;
            /** @description Why it is off: `by_owner`: your team wished so; `gone`: the receiver answered 410; `failing`: it failed for days. */
            disabledReason: components["schemas"]["RegisteredWebhookDisabledReason"] | null;
            /**
             * Format: date-time
             * @description When it was switched off.
             */
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description First failure since the last success.
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description When something was last delivered.
             */
            lastSuccessAt: string | null;
            /**
             * Format: date-time
             * @description When an attempt last failed.
             */
            lastFailureAt: string | null;
            /**
             * Format: date-time
             * @description Until then the secret before the present one signs too.
             */
            previousSecretExpiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was registered.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        WebhookEvent: {
            /**
             * @description Its name, as webhooks ask for it.
             * @example message.received
             */
            name: string;
            /** @description When it is sent. */
            description: string;
            /** @description What `data` of such an event can look like. */
            example: {
                [key: string]: unknown;
            };
        };
        ChangeWebhook: {
            /**
             * @description http or https address on the public internet that events are sent to with POST. Redirects are not followed.
             * @example https://your-service.example.com/webhook
             */
            url?: string;
            /**
             * @description Names of the events that are sent; see "List webhook events".
             * @example [
             *       "message.received",
             *       "message.sent"
             *     ]
             */
            events?: string[];
            /**
             * @description Signs what is sent; one that is not given is made. `whsec_` and base64 is the form of Standard Webhooks. In updates it takes the place of the present one, which is valid for 24 hours longer.
             * @example your_webhook_secret
             */
            secret?: string;
            /**
             * Format: uuid
             * @description Only events of this chatbot. Absent or null: of all chatbots, and of the team itself.
             */
            chatbotId?: string | null;
            /**
             * @description What it is for, for people.
             * @example Tickets in our help desk
             */
            description?: string | null;
            /** @description False switches it off, true on again: what is not delivered yet then goes on. */
            active?: boolean;
        };
        RotateWebhookSecret: {
            /** @description The new secret; one is made unless given. */
            secret?: string;
        };
        WebhookAttempt: {
            /** @description Which one, from 1. */
            number: number;
            /**
             * Format: date-time
             * @description When it began.
             */
            startedAt: string;
            /** @description Milliseconds until the answer was read; null when the end is unknown. */
            durationMs: number | null;
            /** @description `delivered`: a 2xx; `refused`: any other status; `timed_out`; `unreachable`: no connection, or it broke; `address_refused`: the address leads to a private network, nothing was sent; `cut_off`: the server stopped meanwhile, the receiver may have got it or not. */
            outcome: components["schemas"]["WebhookAttemptOutcome"];
            /** @description Where it went. */
            url: string;
            /** @description Headers that were sent. */
            requestHeaders: {
                [key: string]: unknown;
            };
            /** @description HTTP status of the answer. */
            responseStatus: number | null;
            /** @description Headers of the answer, without cookies; long ones are cut. */
            responseHeaders: {
                [key: string]: unknown;
            } | null;
            /** @description The first 2 KiB of the answer. */
            responseBody: string | null;
            /** @description What went wrong. */
            error: string | null;
        };
        WebhookDeliveryDetails: {
            /**
             * Format: uuid
             * @description Its id: the same in every attempt, as `webhook-id` and `X-Webhook-Id`, and in the body.
             */
            id: string;
            /**
             * @description Name of the event.
             * @example message.received
             */
            event: string;
            /** @description `pending`: not tried yet, or to be tried again; `delivered`: answered with 2xx; `failed`: given up after the last attempt. */
            status: components["schemas"]["WebhookDeliveryStatus"];
            /** @description Requests begun. */
            attempts: number;
            /**
             * @description HTTP status of the last answer.
             * @example 200
             */
            responseStatus: number | null;
            /** @description Why the last attempt failed. */
            error: string | null;
            /** @description Milliseconds that the last attempt took. */
            durationMs: number | null;
            /** @description Whether it was a test. */
            test: boolean;
            /**
             * Format: date-time
             * @description When it is tried next; null unless pending.
             */
            nextAttemptAt: string | null;
            /**
             * Format: date-time
             * @description When the event happened.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was delivered or given up.
             */
            settledAt: string | null;
            /** @description What was sent, to the byte. */
            body: string;
            /** @description Its attempts, oldest first; of more than 100 the last 100. */
            attemptLog: components["schemas"]["WebhookAttempt"][];
        };
        TestWebhook: {
            /**
             * @description The event whose example is sent; `webhook.test` unless given.
             * @example message.received
             */
            event?: string;
        };
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description Its id: the same in every attempt, as `webhook-id` and `X-Webhook-Id`, and in the body.
             */
            id: string;
            /**
             * @description Name of the event.
             * @example message.received
             */
            event: string;
            /** @description `pending`: not tried yet, or to be tried again; `delivered`: answered with 2xx; `failed`: given up after the last attempt. */
            status: components["schemas"]["WebhookDeliveryStatus"];
            /** @description Requests begun. */
            attempts: number;
            /**
             * @description HTTP status of the last answer.
             * @example 200
             */
            responseStatus: number | null;
            /** @description Why the last attempt failed. */
            error: string | null;
            /** @description Milliseconds that the last attempt took. */
            durationMs: number | null;
            /** @description Whether it was a test. */
            test: boolean;
            /**
             * Format: date-time
             * @description When it is tried next; null unless pending.
             */
            nextAttemptAt: string | null;
            /**
             * Format: date-time
             * @description When the event happened.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was delivered or given up.
             */
            settledAt: string | null;
        };
        ReplayedDeliveries: {
            /** @description How many are sent again. */
            replayed: number;
        };
        ReplayDeliveries: {
            /**
             * @description Events that happened then or later are sent again.
             * @example 2030-01-31T12:00:00Z
             */
            since: string;
            /** @description Events that happened before then. */
            until?: string;
            /** @description Only deliveries in this state; absent: whatever became of them. */
            status?: components["schemas"]["WebhookDeliveryStatus"];
        };
        DeliveryCounts: {
            /** @description Not tried yet, or to be tried again. */
            pending: number;
            /** @description Answered with 2xx. */
            delivered: number;
            /** @description Given up after the last attempt. */
            failed: number;
        };
        AttemptDurations: {
            /** @description Half of the attempts took no longer, in milliseconds; null without any. */
            p50Ms: number | null;
            /** @description 95 of 100 attempts took no longer, in milliseconds; null without any. */
            p95Ms: number | null;
        };
        EventDeliveryCounts: {
            /** @description Not tried yet, or to be tried again. */
            pending: number;
            /** @description Answered with 2xx. */
            delivered: number;
            /** @description Given up after the last attempt. */
            failed: number;
            /**
             * @description Name of the event.
             * @example message.received
             */
            event: string;
        };
        WebhookFigures: {
            /**
             * Format: date-time
             * @description What happened since then is counted, without tests.
             */
            since: string;
            /** @description Deliveries by state. */
            deliveries: components["schemas"]["DeliveryCounts"];
            /** @description Requests made for them. */
            attempts: number;
            /** @description Share of the settled ones that were delivered, 0 to 1; null without any. */
            successRate: number | null;
            /** @description How long attempts took. */
            duration: components["schemas"]["AttemptDurations"];
            /** @description Deliveries of each event by state. */
            byEvent: components["schemas"]["EventDeliveryCounts"][];
        };
        Health: {
            /**
             * @description `ok` as long as requests are served.
             * @constant
             */
            status: "ok";
            /** @description Seconds since the process started. */
            uptime: number;
            /**
             * Format: date-time
             * @description Time of the server.
             */
            timestamp: string;
            /** @description Version of the product. */
            version: string;
        };
        DetailedHealth: {
            /** @description `down` when nothing works without what is down, `degraded` when something is not as it should be. */
            status: components["schemas"]["DetailedHealthStatus"];
            /**
             * @description By name, e.g. `database`: `{status: ok|degraded|down|not used, latencyMs?, note?}`.
             * @example {
             *       "database": {
             *         "status": "ok",
             *         "latencyMs": 0.6
             *       },
             *       "redis": {
             *         "status": "not used"
             *       }
             *     }
             */
            components: {
                [key: string]: unknown;
            };
            /** @description Seconds since the process started. */
            uptime: number;
            /**
             * Format: date-time
             * @description Time of the server.
             */
            timestamp: string;
            /** @description Version of the product. */
            version: string;
        };
        MessageEventData: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /** @description Name of the session. */
            sessionId: string;
            /** @description The end user, in the words of the caller who holds the conversation. */
            userId: string;
            /**
             * @description What the end user wrote through.
             * @example api
             */
            channel: string;
            /**
             * @description `conversationId` in the support API.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /** @description As `userId`. */
            user_id: string;
            /**
             * Format: uuid
             * @description The message.
             */
            messageId: string;
            /** @description Who wrote it. */
            role: components["schemas"]["MessageEventDataRole"];
            /** @description Its text. */
            content: string;
            /**
             * @description `messageId` in the support API.
             * @example msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            message_id: string;
        };
        ConversationEventData: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /** @description Name of the session. */
            sessionId: string;
            /** @description The end user, in the words of the caller who holds the conversation. */
            userId: string;
            /**
             * @description What the end user wrote through.
             * @example api
             */
            channel: string;
            /**
             * @description `conversationId` in the support API.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /** @description As `userId`. */
            user_id: string;
        };
        ConversationEndedData: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /** @description Name of the session. */
            sessionId: string;
            /** @description The end user, in the words of the caller who holds the conversation. */
            userId: string;
            /**
             * @description What the end user wrote through.
             * @example api
             */
            channel: string;
            /**
             * @description `conversationId` in the support API.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /** @description As `userId`. */
            user_id: string;
            /** @description Messages of both sides. */
            messageCount: number;
        };
        UserRegisteredData: {
            /**
             * Format: uuid
             * @description The user.
             */
            userId: string;
            /** @description Name that they log in with. */
            username: string;
            /**
             * Format: email
             * @description Their address.
             */
            email: string;
            /** @description As `userId`. */
            user_id: string;
        };
        ChatbotCreatedData: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /** @description Its name. */
            name: string;
        };
        TrainingCompletedData: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The training session.
             */
            sessionId: string;
            /**
             * Format: uuid
             * @description What it learned from.
             */
            datasetId: string;
            /** @description How it ended. */
            status: components["schemas"]["TrainingCompletedDataStatus"];
            /** @description What was measured, and what it learned from; null unless it was completed. */
            metrics: {
                [key: string]: unknown;
            } | null;
        };
        ConversationEscalatedData: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /** @description Name of the session. */
            sessionId: string;
            /** @description The end user, in the words of the caller who holds the conversation. */
            userId: string;
            /**
             * @description What the end user wrote through.
             * @example api
             */
            channel: string;
            /**
             * @description `conversationId` in the support API.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /** @description As `userId`. */
            user_id: string;
            /**
             * @description Why a person is needed.
             * @example low_confidence
             */
            reason: string;
            /**
             * @description The person who is to answer; null while nobody is.
             * @example agent_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            assigned_agent: string | null;
        };
        ConversationResolvedData: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /** @description Name of the session. */
            sessionId: string;
            /** @description The end user, in the words of the caller who holds the conversation. */
            userId: string;
            /**
             * @description What the end user wrote through.
             * @example api
             */
            channel: string;
            /**
             * @description `conversationId` in the support API.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /** @description As `userId`. */
            user_id: string;
            /**
             * Format: date-time
             * @description When it was resolved.
             */
            resolved_at: string;
        };
        FeedbackSubmittedData: {
            /**
             * Format: uuid
             * @description The chatbot.
             */
            chatbotId: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description The message that was judged; null when the whole conversation was.
             */
            messageId: string | null;
            /**
             * Format: uuid
             * @description The judgement.
             */
            feedbackId: string;
            /** @description From 1 to 5. */
            rating: number;
            /** @description The same in a word: 4 and 5 are positive, 3 is neutral. */
            judgement: components["schemas"]["Rating"];
            /** @description What was said with it. */
            comment: string | null;
            /**
             * @description `conversationId` in the support API.
             * @example conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            conversation_id: string;
            /**
             * @description `feedbackId` in the support API.
             * @example fb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b
             */
            feedback_id: string;
        };
        Error: {
            /**
             * @description Always `error`.
             * @constant
             */
            status: "error";
            /** @description For a person. */
            message: string;
            /** @description What was wrong, for a program. */
            code: components["schemas"]["ErrorCode"];
            details?: components["schemas"]["ErrorDetails"];
        };
        /** @enum {string} */
        UserRole: "user" | "admin";
        /** @enum {string} */
        TeamRole: "owner" | "admin" | "agent" | "member";
        /** @enum {string} */
        SecretKeyType: "secret" | "public";
        /** @enum {string} */
        Plan: "free" | "starter" | "pro" | "enterprise";
        /** @enum {string} */
        AuditActorType: "user" | "key" | "bot_key" | "widget_key" | "visitor" | "system" | "nobody";
        /** @enum {string} */
        AuditSubjectType: "user" | "team" | "invitation" | "key" | "bot" | "model" | "integration" | "channel" | "webhook" | "plugin" | "agent_loop" | "end_user" | "export" | "installation";
        /** @enum {string} */
        AuditAct: "login.succeeded" | "login.failed" | "login.ended" | "login.stolen" | "account.changed" | "password.changed" | "password.reset" | "team.created" | "team.changed" | "member.invited" | "invitation.resent" | "invitation.withdrawn" | "member.joined" | "member.role_changed" | "member.removed" | "key.created" | "key.changed" | "key.rotated" | "key.revoked" | "user.changed" | "user.deleted" | "bot.created" | "bot.deleted" | "model.registered" | "model.changed" | "model.deleted" | "integration.created" | "integration.changed" | "integration.deleted" | "channel.created" | "channel.changed" | "channel.deleted" | "webhook.created" | "webhook.changed" | "webhook.deleted" | "plugin.created" | "plugin.changed" | "plugin.deleted" | "agent_loop.created" | "agent_loop.changed" | "agent_loop.deleted" | "data.exported" | "data.imported" | "data.erased" | "retention.changed" | "installation.changed";
        /** @enum {string} */
        BudgetSubject: "team" | "key" | "bot" | "end_user";
        /** @enum {string} */
        BudgetMeasure: "requests" | "tokens";
        /** @enum {string} */
        BudgetPeriod: "minute" | "hour" | "day" | "month";
        /** @enum {string} */
        TeamExportStatus: "queued" | "running" | "completed" | "failed" | "expired";
        /** @enum {string} */
        TeamExportStage: "rows" | "files";
        /** @enum {string} */
        ModelConditionState: "ready" | "failing" | "untried";
        /** @enum {string} */
        ModelKind: "llm" | "embedding" | "rerank";
        /** @enum {string} */
        RegisteredModelProvider: "openai-compatible" | "azure-openai" | "anthropic" | "google" | "ollama" | "builtin" | "cohere" | "jina";
        /** @enum {string} */
        ChangeModelProvider: "openai-compatible" | "azure-openai" | "anthropic" | "google" | "ollama" | "cohere" | "jina";
        /** @enum {string} */
        ChatbotImportStatus: "queued" | "running" | "completed" | "failed";
        /** @enum {string} */
        ChatbotImportStage: "checking" | "writing";
        /** @enum {string} */
        ChatbotStatus: "active" | "disabled";
        /** @enum {string} */
        PluginOutcome: "ok" | "failed" | "timed_out" | "skipped";
        /** @enum {string} */
        EscalationReason: "low_confidence" | "user_request" | "frustration" | "no_context" | "turn_limit" | "time_limit" | "requested" | "taken_over";
        /** @enum {string} */
        PluginPhase: "pre-process" | "post-process" | "tool";
        /** @enum {string} */
        Handling: "bot" | "waiting" | "human";
        /** @enum {string} */
        MessageRole: "user" | "bot" | "agent" | "system";
        /** @enum {string} */
        Rating: "positive" | "neutral" | "negative";
        /** @enum {string} */
        ListedConversationStatus: "active" | "escalated" | "resolved" | "ended";
        /** @enum {string} */
        EscalationState: "waiting" | "active" | "returned" | "resolved";
        /** @enum {string} */
        ConversationStatus: "active" | "escalated" | "resolved";
        /** @enum {string} */
        ChannelType: "telegram" | "slack" | "discord" | "whatsapp" | "webhook";
        /** @enum {string} */
        ChannelStatus: "pending" | "connected" | "disconnected";
        /** @enum {string} */
        UpdateChannelStatus: "connected" | "disconnected";
        /** @enum {string} */
        ChannelDeliveryState: "waiting" | "sent" | "failed" | "skipped";
        /** @enum {string} */
        RetrievalMethod: "semantic" | "keyword" | "hybrid";
        /** @enum {string} */
        VectorsState: "none" | "waiting" | "running" | "ready" | "failing";
        /** @enum {string} */
        CreateItemOnDuplicate: "keep" | "skip";
        /** @enum {string} */
        ShortfallReason: "vectors_missing" | "embedding_unavailable" | "embedding_not_telling";
        /** @enum {string} */
        DocumentStatus: "queued" | "running" | "ready" | "failed" | "cancelled";
        /** @enum {string} */
        DocumentStage: "reading" | "splitting" | "indexing";
        /** @enum {string} */
        CreateDocumentType: "text" | "markdown" | "html" | "json" | "csv";
        /** @enum {string} */
        WebSourceKind: "page" | "sitemap";
        /** @enum {string} */
        WebSourceStage: "finding" | "fetching" | "removing";
        /** @enum {string} */
        WebPageStatus: "waiting" | "added" | "changed" | "unchanged" | "skipped" | "gone" | "failed";
        /** @enum {string} */
        WebPageDocumentStatus: "queued" | "running" | "ready" | "failed" | "cancelled";
        /** @enum {string} */
        ImportQuestionsType: "csv" | "jsonl";
        /** @enum {string} */
        KnowledgeImportMode: "add" | "replace";
        /** @enum {string} */
        KnowledgeImportOnError: "skip" | "stop";
        /** @enum {string} */
        KnowledgeImportFormat: "jsonl" | "csv";
        /** @enum {string} */
        KnowledgeImportStatus: "queued" | "running" | "completed" | "failed" | "cancelled";
        /** @enum {string} */
        KnowledgeImportStage: "checking" | "writing" | "removing";
        /** @enum {string} */
        ArtifactType: "markdown" | "code" | "text" | "html" | "csv" | "json";
        /** @enum {string} */
        UpdatePluginKind: "none" | "builtin" | "http" | "mcp";
        /** @enum {string} */
        ChatbotPluginStatusStatus: "active" | "disabled" | "error";
        /** @enum {string} */
        ChatbotIntegrationKind: "echo" | "webhook" | "model";
        /** @enum {string} */
        NewIntegrationKind: "webhook" | "model";
        /** @enum {string} */
        ChatbotIntegrationHealthState: "untried" | "ready" | "failing";
        /** @enum {string} */
        ChatbotIntegrationHealthCircuit: "closed" | "half_open" | "open";
        /** @enum {string} */
        TrainingImportFormat: "jsonl" | "csv" | "rasa";
        /** @enum {string} */
        UploadTrainingImportMode: "append" | "replace";
        /** @enum {string} */
        TrainingSessionConfigActivation: "if_not_worse" | "always" | "never";
        /** @enum {string} */
        ModelActivationPolicy: "if_not_worse" | "always" | "never";
        /** @enum {string} */
        TrainingSessionStatus: "pending" | "in_progress" | "completed" | "failed" | "cancelled";
        /** @enum {string} */
        TrainingSessionStage: "reading" | "preparing" | "validating" | "fitting" | "packing";
        /** @enum {string} */
        TrainingSuggestionKind: "contradictory_texts" | "overlapping_intents" | "missed_wordings" | "too_few_examples" | "out_of_scope_examples" | "more_examples" | "other_examples" | "imbalance";
        /** @enum {string} */
        ModelComparisonVerdict: "better" | "worse" | "no difference" | "not comparable";
        /** @enum {string} */
        LearningItemType: "query_response" | "intent_pattern" | "entity_pattern" | "fallback_response";
        /** @enum {string} */
        LearningItemSource: "user_feedback" | "analytics" | "manual";
        /** @enum {string} */
        LearningItemStatus: "pending" | "approved" | "rejected";
        /** @enum {string} */
        DecideLearningItemStatus: "approved" | "rejected";
        /** @enum {string} */
        FigureRangePeriod: "daily" | "weekly" | "monthly" | "all";
        /** @enum {string} */
        InsightEffectName: "rate_ratio" | "cohens_h" | "cohens_d";
        /** @enum {string} */
        InsightKind: "trend" | "finding";
        /** @enum {string} */
        InsightUnit: "count" | "share" | "milliseconds" | "probability";
        /** @enum {string} */
        InsightVerdict: "better" | "worse" | "more" | "fewer";
        /** @enum {string} */
        SuggestedRequestMethod: "GET" | "POST" | "PUT" | "DELETE";
        /** @enum {string} */
        ReportChangeKind: "difference" | "ratio";
        /** @enum {string} */
        ComparedMetric: "failures" | "satisfaction" | "latency";
        /** @enum {string} */
        IntegrationVerdict: "insufficient_data" | "no_difference_shown" | "better";
        /** @enum {string} */
        AgentLoopStatus: "active" | "paused";
        /** @enum {string} */
        AgentServerStatus: "connected" | "unavailable";
        /** @enum {string} */
        AgentCallbackState: "none" | "waiting" | "delivered" | "failed";
        /** @enum {string} */
        AgentExecutionStatus: "queued" | "running" | "completed" | "failed" | "timeout" | "cancelled";
        /** @enum {string} */
        AgentExecutionTrigger: "api" | "schedule";
        /** @enum {string} */
        AgentStepKind: "model" | "tool";
        /** @enum {string} */
        AgentStepState: "started" | "completed" | "failed" | "unknown";
        /** @enum {string} */
        RegisteredWebhookDisabledReason: "by_owner" | "gone" | "failing";
        /** @enum {string} */
        WebhookAttemptOutcome: "delivered" | "refused" | "timed_out" | "unreachable" | "address_refused" | "cut_off";
        /** @enum {string} */
        WebhookDeliveryStatus: "pending" | "delivered" | "failed";
        /** @enum {string} */
        DetailedHealthStatus: "ok" | "degraded" | "down";
        /** @enum {string} */
        MessageEventDataRole: "user" | "bot" | "agent";
        /** @enum {string} */
        TrainingCompletedDataStatus: "completed" | "failed" | "cancelled";
        /** @enum {string} */
        ErrorCode: "VALIDATION_ERROR" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "CONFLICT" | "PAYLOAD_TOO_LARGE" | "RATE_LIMIT_EXCEEDED" | "SERVICE_UNAVAILABLE" | "SERVER_ERROR";
        /** @enum {string} */
        WebSourceStatus: "added" | "changed" | "unchanged" | "skipped" | "gone" | "failed";
        /** @enum {string} */
        AnalyticsFormat: "json" | "csv";
        RefusedField: {
            /** @description Path of the field, e.g. `configuration.temperature`. */
            field: string;
            /** @description What is accepted. */
            message: string;
            /** @description True when a required field was absent. */
            missing?: boolean;
        };
        /** @description Which fields were refused. */
        ErrorDetails: {
            /** @description All that were refused. */
            fields?: components["schemas"]["RefusedField"][];
        };
        RegisteredAccountAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["RegisteredAccount"];
        };
        NewLoginAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["NewLogin"];
        };
        RefreshedLoginAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["RefreshedLogin"];
        };
        DoneAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message: string;
        };
        AccountAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["Account"];
        };
        RequestedPasswordResetAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["RequestedPasswordReset"];
        };
        NewSecretKeyAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["NewSecretKey"];
        };
        SecretKeyPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["SecretKey"][];
            pagination: components["schemas"]["Pagination"];
        };
        SecretKeyAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["SecretKey"];
        };
        RotatedSecretKeyAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["RotatedSecretKey"];
        };
        TeamViewAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["TeamView"];
        };
        TeamContentsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["TeamContents"];
        };
        AccountPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["Account"][];
            pagination: components["schemas"]["Pagination"];
        };
        MadeTeamInvitationAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["MadeTeamInvitation"];
        };
        TeamInvitationPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["TeamInvitation"][];
            pagination: components["schemas"]["Pagination"];
        };
        JoinedAccountAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["JoinedAccount"];
        };
        ManagedAccountPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["ManagedAccount"][];
            pagination: components["schemas"]["Pagination"];
        };
        ManagedAccountAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ManagedAccount"];
        };
        AuditEntryViewPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["AuditEntryView"][];
            pagination: components["schemas"]["Pagination"];
        };
        TeamBudgetListAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            /** @description What was found. */
            data: components["schemas"]["TeamBudget"][];
        };
        TeamBudgetAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["TeamBudget"];
        };
        BudgetUsageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["BudgetUsage"];
        };
        TeamExportAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["TeamExport"];
        };
        TeamExportPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["TeamExport"][];
            pagination: components["schemas"]["Pagination"];
        };
        RetentionSettingsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["RetentionSettings"];
        };
        RegisteredModelPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["RegisteredModel"][];
            pagination: components["schemas"]["Pagination"];
        };
        RegisteredModelAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["RegisteredModel"];
        };
        ModelTestAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ModelTest"];
        };
        ChatbotImportAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ChatbotImport"];
        };
        ChatbotImportPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["ChatbotImport"][];
            pagination: components["schemas"]["Pagination"];
        };
        ChatbotPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["Chatbot"][];
            pagination: components["schemas"]["Pagination"];
        };
        ChatbotAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["Chatbot"];
        };
        PersonalityPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["Personality"][];
            pagination: components["schemas"]["Pagination"];
        };
        PersonalityAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["Personality"];
        };
        PromptModifierAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["PromptModifier"];
        };
        ChatbotReplyAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ChatbotReply"];
        };
        ReplyStartedFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "started";
            data: components["schemas"]["ReplyStarted"];
        };
        ReplySourcesFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "sources";
            /** @description What it tells. */
            data: components["schemas"]["ReplySource"][];
        };
        ReplyDeltaFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "delta";
            data: components["schemas"]["ReplyDelta"];
        };
        ReplyToolFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "tool";
            data: components["schemas"]["ReplyToolCall"];
        };
        ReplyDoneFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "done";
            data: components["schemas"]["ChatbotReply"];
        };
        ReplyWithdrawnFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "withdrawn";
            data: components["schemas"]["ChatbotReply"];
        };
        ReplyErrorFrame: {
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
         * @description Server-sent events, each with an `id`: `started`, `sources` (the same list as in the JSON answer), any number of
         *     `delta` with `{"text": "..."}`, `tool` with `{"plugin", "tool", "outcome"}` wherever a tool of a plugin was called, `done` with the JSON answer's `data`; or `error` with the error body. The deltas, joined, equal the
         *     stored text. When a person takes over before the end, `withdrawn` takes the place of `done` and of what is left: the reply is not
         *     kept, and its data is a notice. The reply is stored also when you leave; come back with `Last-Event-ID` to read on.
         */
        ReplyFrame: components["schemas"]["ReplyStartedFrame"] | components["schemas"]["ReplySourcesFrame"] | components["schemas"]["ReplyDeltaFrame"] | components["schemas"]["ReplyToolFrame"] | components["schemas"]["ReplyDoneFrame"] | components["schemas"]["ReplyWithdrawnFrame"] | components["schemas"]["ReplyErrorFrame"];
        HistoryMessagePageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["HistoryMessage"][];
            pagination: components["schemas"]["Pagination"];
        };
        ResponseRatingAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ResponseRating"];
        };
        ListedConversationPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["ListedConversation"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListedConversationAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ListedConversation"];
        };
        ConversationMessagePageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["ConversationMessage"][];
            pagination: components["schemas"]["Pagination"];
        };
        SupportAgentListAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            /** @description What was found. */
            data: components["schemas"]["SupportAgent"][];
        };
        SupportAgentAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["SupportAgent"];
        };
        EscalationPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["Escalation"][];
            pagination: components["schemas"]["Pagination"];
        };
        EscalationAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["Escalation"];
        };
        EscalationFeedEscalationsOpenFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "escalations.open";
            /** @description What it tells. */
            data: components["schemas"]["Escalation"][];
        };
        EscalationFeedEscalationCreatedFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "escalation.created";
            data: components["schemas"]["Escalation"];
        };
        EscalationFeedEscalationAssignedFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "escalation.assigned";
            data: components["schemas"]["Escalation"];
        };
        EscalationFeedEscalationAcceptedFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "escalation.accepted";
            data: components["schemas"]["Escalation"];
        };
        EscalationFeedEscalationEndedFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "escalation.ended";
            data: components["schemas"]["Escalation"];
        };
        EscalationFeedEscalationMessageFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "escalation.message";
            data: components["schemas"]["EscalationSaid"];
        };
        EscalationFeedErrorFrame: {
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
         * @description Server-sent events: first `escalations.open` with the list of all that are open, then `escalation.created`,
         *     `escalation.assigned`, `escalation.accepted` and `escalation.ended` with the escalation, and `escalation.message` with
         *     `{"escalation", "message"}` for what is said in conversations on their way. After a break begin anew: the first frame tells what is.
         */
        EscalationFeedFrame: components["schemas"]["EscalationFeedEscalationsOpenFrame"] | components["schemas"]["EscalationFeedEscalationCreatedFrame"] | components["schemas"]["EscalationFeedEscalationAssignedFrame"] | components["schemas"]["EscalationFeedEscalationAcceptedFrame"] | components["schemas"]["EscalationFeedEscalationEndedFrame"] | components["schemas"]["EscalationFeedEscalationMessageFrame"] | components["schemas"]["EscalationFeedErrorFrame"];
        EscalationStatisticsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["EscalationStatistics"];
        };
        EscalationDetailsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["EscalationDetails"];
        };
        ConversationMessageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ConversationMessage"];
        };
        ChannelPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["Channel"][];
            pagination: components["schemas"]["Pagination"];
        };
        ChannelWithSecretAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ChannelWithSecret"];
        };
        ChannelAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["Channel"];
        };
        ChannelDeliveryPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["ChannelDelivery"][];
            pagination: components["schemas"]["Pagination"];
        };
        ChannelDeliveryAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ChannelDelivery"];
        };
        KnowledgeBasePageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["KnowledgeBase"][];
            pagination: components["schemas"]["Pagination"];
        };
        KnowledgeBaseWithItemsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["KnowledgeBaseWithItems"];
        };
        KnowledgeBaseAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["KnowledgeBase"];
        };
        SearchHitListAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            /** @description What was found. */
            data: components["schemas"]["SearchHit"][];
            explain: components["schemas"]["SearchExplain"];
        };
        ItemPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["Item"][];
            pagination: components["schemas"]["Pagination"];
        };
        ItemAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["Item"];
        };
        DocumentAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["Document"];
        };
        DocumentPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["Document"][];
            pagination: components["schemas"]["Pagination"];
        };
        WebSourceAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["WebSource"];
        };
        WebSourcePageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["WebSource"][];
            pagination: components["schemas"]["Pagination"];
        };
        WebPagePageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["WebPage"][];
            pagination: components["schemas"]["Pagination"];
        };
        QuestionPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["Question"][];
            pagination: components["schemas"]["Pagination"];
        };
        QuestionAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["Question"];
        };
        ImportQuestionsOrList: components["schemas"]["ImportQuestions"] | components["schemas"]["CreateQuestion"][];
        ImportedQuestionsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ImportedQuestions"];
        };
        KnowledgeImportAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["KnowledgeImport"];
        };
        KnowledgeImportPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["KnowledgeImport"][];
            pagination: components["schemas"]["Pagination"];
        };
        ArtifactAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["Artifact"];
        };
        ListedArtifactPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["ListedArtifact"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListedArtifactVersionPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["ListedArtifactVersion"][];
            pagination: components["schemas"]["Pagination"];
        };
        ArtifactVersionAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ArtifactVersion"];
        };
        RegisteredPluginPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["RegisteredPlugin"][];
            pagination: components["schemas"]["Pagination"];
        };
        RegisteredPluginAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["RegisteredPlugin"];
        };
        ChatbotPluginPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["ChatbotPlugin"][];
            pagination: components["schemas"]["Pagination"];
        };
        ChatbotPluginAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ChatbotPlugin"];
        };
        ChatbotPluginStatusAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ChatbotPluginStatus"];
        };
        ChatbotIntegrationAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ChatbotIntegration"];
        };
        ChatbotIntegrationHealthAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ChatbotIntegrationHealth"];
        };
        IntegrationTrialOutcomeAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["IntegrationTrialOutcome"];
        };
        ChatbotIntegrationPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["ChatbotIntegration"][];
            pagination: components["schemas"]["Pagination"];
        };
        TrainingDatasetPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["TrainingDataset"][];
            pagination: components["schemas"]["Pagination"];
        };
        TrainingDatasetAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["TrainingDataset"];
        };
        TrainingExamplePageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["TrainingExample"][];
            pagination: components["schemas"]["Pagination"];
        };
        TrainingImportAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["TrainingImport"];
        };
        TrainingSessionAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["TrainingSession"];
        };
        TrainingSessionPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["TrainingSession"][];
            pagination: components["schemas"]["Pagination"];
        };
        TrainingModelPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["TrainingModel"][];
            pagination: components["schemas"]["Pagination"];
        };
        TrainingModelDetailsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["TrainingModelDetails"];
        };
        PredictedIntentOrListAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            /** @description One, or one for each. */
            data: components["schemas"]["PredictedIntent"] | components["schemas"]["PredictedIntent"][];
        };
        TrainingReportAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["TrainingReport"];
        };
        ModelComparisonAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ModelComparison"];
        };
        EndUserContextAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["EndUserContext"];
        };
        ResolvedReferencesAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ResolvedReferences"];
        };
        EndUserTopicPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["EndUserTopic"][];
            pagination: components["schemas"]["Pagination"];
        };
        EndUserTopicAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["EndUserTopic"];
        };
        EndUserEntityPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["EndUserEntity"][];
            pagination: components["schemas"]["Pagination"];
        };
        EndUserEntityAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["EndUserEntity"];
        };
        EntityListSummaryPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["EntityListSummary"][];
            pagination: components["schemas"]["Pagination"];
        };
        EntityListAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["EntityList"];
        };
        EndUserDataAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["EndUserData"];
        };
        ErasedEndUserAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ErasedEndUser"];
        };
        LearningItemPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["LearningItem"][];
            pagination: components["schemas"]["Pagination"];
        };
        LearningItemAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["LearningItem"];
        };
        LearningItemListAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            /** @description What was found. */
            data: components["schemas"]["LearningItem"][];
        };
        AppliedLearningAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["AppliedLearning"];
        };
        LearningPreviewAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["LearningPreview"];
        };
        RevertedLearningItemAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["RevertedLearningItem"];
        };
        MessageAnalyticsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["MessageAnalytics"];
        };
        UserAnalyticsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["UserAnalytics"];
        };
        SessionAnalyticsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["SessionAnalytics"];
        };
        IntentAnalyticsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["IntentAnalytics"];
        };
        UsageAnalyticsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["UsageAnalytics"];
        };
        QualityAnalyticsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["QualityAnalytics"];
        };
        InsightReportAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["InsightReport"];
        };
        IntegrationReportAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["IntegrationReport"];
        };
        AgentLoopPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["AgentLoop"][];
            pagination: components["schemas"]["Pagination"];
        };
        AgentLoopAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["AgentLoop"];
        };
        AgentExecutionAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["AgentExecution"];
        };
        AgentExecutionPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["AgentExecution"][];
            pagination: components["schemas"]["Pagination"];
        };
        AgentExecutionWithStepsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["AgentExecutionWithSteps"];
        };
        AgentExecutionStepFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "step";
            data: components["schemas"]["AgentStep"];
        };
        AgentExecutionStatusFrame: {
            /** @description To read on behind it, as `Last-Event-ID`. */
            id?: string;
            /**
             * @description What it tells. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "status";
            data: components["schemas"]["AgentExecution"];
        };
        AgentExecutionErrorFrame: {
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
         * @description Frames `step` (a step, when it begins and when it ends) and `status` (the execution, when its status changes),
         *     each with an id; it ends after the status in which the execution has ended. Come back with `Last-Event-ID` to read on.
         */
        AgentExecutionFrame: components["schemas"]["AgentExecutionStepFrame"] | components["schemas"]["AgentExecutionStatusFrame"] | components["schemas"]["AgentExecutionErrorFrame"];
        WebhookWithItsSecretAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["WebhookWithItsSecret"];
        };
        RegisteredWebhookPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["RegisteredWebhook"][];
            pagination: components["schemas"]["Pagination"];
        };
        WebhookEventListAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            /** @description What was found. */
            data: components["schemas"]["WebhookEvent"][];
        };
        RegisteredWebhookAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["RegisteredWebhook"];
        };
        WebhookDeliveryDetailsAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["WebhookDeliveryDetails"];
        };
        WebhookDeliveryPageAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /** @description What is on this page. */
            data: components["schemas"]["WebhookDelivery"][];
            pagination: components["schemas"]["Pagination"];
        };
        WebhookDeliveryAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["WebhookDelivery"];
        };
        ReplayedDeliveriesAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["ReplayedDeliveries"];
        };
        WebhookFiguresAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["WebhookFigures"];
        };
        HealthAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["Health"];
        };
        DetailedHealthAnswer: {
            /**
             * @description Always `success`.
             * @constant
             */
            status: "success";
            /**
             * @description What was done, for a person.
             * @example Done.
             */
            message?: string;
            data: components["schemas"]["DetailedHealth"];
        };
        MessageReceivedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "message.received";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["MessageEventData"];
        };
        MessageSentDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "message.sent";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["MessageEventData"];
        };
        ConversationStartedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "conversation.started";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["ConversationEventData"];
        };
        ConversationEndedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "conversation.ended";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["ConversationEndedData"];
        };
        UserRegisteredDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "user.registered";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["UserRegisteredData"];
        };
        ChatbotCreatedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "chatbot.created";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["ChatbotCreatedData"];
        };
        TrainingCompletedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "training.completed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["TrainingCompletedData"];
        };
        ConversationCreatedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "conversation.created";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["ConversationEventData"];
        };
        ConversationEscalatedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "conversation.escalated";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["ConversationEscalatedData"];
        };
        ConversationResolvedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "conversation.resolved";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["ConversationResolvedData"];
        };
        FeedbackSubmittedDelivery: {
            /** @description Id of the delivery, the same in every attempt: what came twice is known by it. */
            id: string;
            /**
             * @description Always the same.
             * @constant
             */
            event: "feedback.submitted";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["FeedbackSubmittedData"];
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
    registerUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterUser"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredAccountAnswer"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogInUser"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewLoginAnswer"];
                };
            };
        };
    };
    refreshLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshLogin"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshedLoginAnswer"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LogOutUser"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    showCurrentUser: {
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
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
        };
    };
    updateCurrentUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateAccount"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordReset"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPasswordResetAnswer"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPassword"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    createAPIKey: {
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateSecretKey"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecretKeyAnswer"];
                };
            };
        };
    };
    listAPIKeys: {
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
                    "application/json": components["schemas"]["SecretKeyPageAnswer"];
                };
            };
        };
    };
    updateAPIKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the API key.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateKey"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretKeyAnswer"];
                };
            };
        };
    };
    revokeAPIKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the API key.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    rotateAPIKey: {
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
                 * @description Id of the API key.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RotateKey"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedSecretKeyAnswer"];
                };
            };
        };
    };
    showTeam: {
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
                    "application/json": components["schemas"]["TeamViewAnswer"];
                };
            };
        };
    };
    updateTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateTeam"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamViewAnswer"];
                };
            };
        };
    };
    deleteTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseTeam"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamContentsAnswer"];
                };
            };
        };
    };
    listPeopleOfTeam: {
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
                    "application/json": components["schemas"]["AccountPageAnswer"];
                };
            };
        };
    };
    changeRoleOfPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the person.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMember"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
        };
    };
    removePersonFromTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the person.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    listInvitations: {
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
                    "application/json": components["schemas"]["TeamInvitationPageAnswer"];
                };
            };
        };
    };
    invitePerson: {
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
                "application/json": components["schemas"]["CreateTeamInvitation"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeTeamInvitationAnswer"];
                };
            };
        };
    };
    sendInvitationAgain: {
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
                 * @description Id of the invitation.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["MadeTeamInvitationAnswer"];
                };
            };
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the invitation.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptTeamInvitation"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinedAccountAnswer"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Part of the username or the e-mail address, in any case. */
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
                    "application/json": components["schemas"]["ManagedAccountPageAnswer"];
                };
            };
        };
    };
    showUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ManagedAccountAnswer"];
                };
            };
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateUser"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedAccountAnswer"];
                };
            };
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    showTeamsAuditLog: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only this act, or with its first part (`key`) all that begin with it: login.succeeded, login.failed, login.ended, login.stolen, account.changed, password.changed, password.reset, team.created, team.changed, member.invited, invitation.resent, invitation.withdrawn, member.joined, member.role_changed, member.removed, key.created, key.changed, key.rotated, key.revoked, user.changed, user.deleted, bot.created, bot.deleted, model.registered, model.changed, model.deleted, integration.created, integration.changed, integration.deleted, channel.created, channel.changed, channel.deleted, webhook.created, webhook.changed, webhook.deleted, plugin.created, plugin.changed, plugin.deleted, agent_loop.created, agent_loop.changed, agent_loop.deleted, data.exported, data.imported, data.erased, retention.changed, installation.changed. */
                act?: string;
                /** @description Only what this user or key did. */
                actorId?: string;
                /** @description Only what was done with this kind of thing. */
                subjectType?: components["schemas"]["AuditSubjectType"];
                /** @description Only what was done with the thing of this id. */
                subjectId?: string;
                /** @description The first day or moment that counts. */
                from?: string;
                /** @description The last day that counts, or the first moment that no longer does. */
                to?: string;
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
                    "application/json": components["schemas"]["AuditEntryViewPageAnswer"];
                };
            };
        };
    };
    showAuditLogOfAllTeams: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only this act, or with its first part (`key`) all that begin with it: login.succeeded, login.failed, login.ended, login.stolen, account.changed, password.changed, password.reset, team.created, team.changed, member.invited, invitation.resent, invitation.withdrawn, member.joined, member.role_changed, member.removed, key.created, key.changed, key.rotated, key.revoked, user.changed, user.deleted, bot.created, bot.deleted, model.registered, model.changed, model.deleted, integration.created, integration.changed, integration.deleted, channel.created, channel.changed, channel.deleted, webhook.created, webhook.changed, webhook.deleted, plugin.created, plugin.changed, plugin.deleted, agent_loop.created, agent_loop.changed, agent_loop.deleted, data.exported, data.imported, data.erased, retention.changed, installation.changed. */
                act?: string;
                /** @description Only what this user or key did. */
                actorId?: string;
                /** @description Only what was done with this kind of thing. */
                subjectType?: components["schemas"]["AuditSubjectType"];
                /** @description Only what was done with the thing of this id. */
                subjectId?: string;
                /** @description The first day or moment that counts. */
                from?: string;
                /** @description The last day that counts, or the first moment that no longer does. */
                to?: string;
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
                    "application/json": components["schemas"]["AuditEntryViewPageAnswer"];
                };
            };
        };
    };
    listBudgets: {
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
                    "application/json": components["schemas"]["TeamBudgetListAnswer"];
                };
            };
        };
    };
    setBudget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutBudget"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamBudgetAnswer"];
                };
            };
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamBudgetAnswer"];
                };
            };
        };
    };
    deleteBudget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the budget.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    getUseOfBudgets: {
        parameters: {
            query?: {
                /** @description Whose use is asked for. */
                subject?: components["schemas"]["BudgetSubject"];
                /** @description What is counted: requests (messages to chatbots, completions, embeddings), or tokens that models read and write. */
                measure?: components["schemas"]["BudgetMeasure"];
                /** @description Period of the calendar in UTC after which it begins anew. */
                period?: components["schemas"]["BudgetPeriod"];
                /** @description Any moment of the period that is asked for; now unless given. */
                at?: string;
                /** @description How many subjects are told, those that have used most first. */
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
                    "application/json": components["schemas"]["BudgetUsageAnswer"];
                };
            };
        };
    };
    listExportsOfTeam: {
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
                    "application/json": components["schemas"]["TeamExportPageAnswer"];
                };
            };
        };
    };
    exportTeam: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamExportAnswer"];
                };
            };
        };
    };
    showExportOfTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the export.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["TeamExportAnswer"];
                };
            };
        };
    };
    deleteExportOfTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the export.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    downloadExportOfTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the export.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive (tar, gzipped). */
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
    countWhatTeamOwns: {
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
                    "application/json": components["schemas"]["TeamContentsAnswer"];
                };
            };
        };
    };
    showHowLongTeamKeepsItsData: {
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
                    "application/json": components["schemas"]["RetentionSettingsAnswer"];
                };
            };
        };
    };
    changeHowLongTeamKeepsItsData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateRetention"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionSettingsAnswer"];
                };
            };
        };
    };
    listModels: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only models of this kind. */
                kind?: components["schemas"]["ModelKind"];
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
                    "application/json": components["schemas"]["RegisteredModelPageAnswer"];
                };
            };
        };
    };
    registerModel: {
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
                "application/json": components["schemas"]["RegisterModel"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredModelAnswer"];
                };
            };
        };
    };
    getModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the model. */
                id: number;
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
                    "application/json": components["schemas"]["RegisteredModelAnswer"];
                };
            };
        };
    };
    updateModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the model. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ChangeModel"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredModelAnswer"];
                };
            };
        };
    };
    deleteModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the model. */
                id: number;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    changeFieldsOfModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the model. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ChangeModel"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredModelAnswer"];
                };
            };
        };
    };
    testModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the model. */
                id: number;
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
                    "application/json": components["schemas"]["ModelTestAnswer"];
                };
            };
        };
    };
    exportChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file (tar, gzip), made while it is sent. */
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
    importChatbot: {
        parameters: {
            query?: {
                /** @description In place of the name in the file. */
                name?: string;
            };
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
                "multipart/form-data": components["schemas"]["UploadChatbotImport"];
                "application/gzip": Upload;
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotImportAnswer"];
                };
            };
        };
    };
    listImportsOfChatbots: {
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
                    "application/json": components["schemas"]["ChatbotImportPageAnswer"];
                };
            };
        };
    };
    getImportOfChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot import.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                importId: string;
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
                    "application/json": components["schemas"]["ChatbotImportAnswer"];
                };
            };
        };
    };
    listChatbots: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Part of the name or description, in any case. */
                search?: string;
                /** @description Only these. */
                status?: components["schemas"]["ChatbotStatus"];
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
                    "application/json": components["schemas"]["ChatbotPageAnswer"];
                };
            };
        };
    };
    createChatbot: {
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
                "application/json": components["schemas"]["CreateChatbot"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotAnswer"];
                };
            };
        };
    };
    getChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ChatbotAnswer"];
                };
            };
        };
    };
    updateChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateChatbot"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotAnswer"];
                };
            };
        };
    };
    deleteChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    listPersonalities: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["PersonalityPageAnswer"];
                };
            };
        };
    };
    createPersonality: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePersonality"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalityAnswer"];
                };
            };
        };
    };
    createDefaultPersonality: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateDefaultPersonality"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalityAnswer"];
                };
            };
        };
    };
    getPersonality: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the personality.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["PersonalityAnswer"];
                };
            };
        };
    };
    updatePersonality: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the personality.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdatePersonality"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalityAnswer"];
                };
            };
        };
    };
    deletePersonality: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the personality.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    makePersonalityDefault: {
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
                 * @description Id of the personality.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["PersonalityAnswer"];
                };
            };
        };
    };
    getPromptModifierOfPersonality: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the personality.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["PromptModifierAnswer"];
                };
            };
        };
    };
    resumeStreamedReply: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the last frame that you saw. */
                "Last-Event-ID": string;
            };
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
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
                    "text/event-stream": components["schemas"]["ReplyFrame"];
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
    sendMessageToChatbot: {
        parameters: {
            query?: {
                /** @description The same as `explain` in the body. */
                explain?: boolean;
            };
            header?: {
                /** @description Id of the last frame of a stream to read on. */
                "Last-Event-ID"?: string;
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
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
                    "application/json": components["schemas"]["ChatbotReplyAnswer"];
                    "text/event-stream": components["schemas"]["ReplyFrame"];
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
    getConversationHistory: {
        parameters: {
            query: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Name of the session: the one that an earlier answer gave, or one of your own. */
                sessionId: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["HistoryMessagePageAnswer"];
                };
            };
        };
    };
    rateResponse: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateResponse"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseRatingAnswer"];
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
                limit?: number;
                /** @description Only those that the end user writes through this, as `api`, `widget` or `telegram`. */
                platform?: string;
                /** @description Only those of this channel. */
                channelId?: string;
                /** @description Only those of this end user: as the messenger knows them, or in the words of whoever sent the messages. */
                userId?: string;
                /** @description Only these: `escalated` while a person is waited for or answers, `resolved` until the next message, `ended` those that fell silent before either, else `active`. */
                status?: components["schemas"]["ListedConversationStatus"];
                /** @description Only those whose latest message came at this moment or later. */
                from?: string;
                /** @description Only those whose latest message came before this moment. */
                to?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["ListedConversationPageAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                conversationId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["ListedConversationAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                conversationId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    listMessagesOfConversation: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the conversation.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                conversationId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["ConversationMessagePageAnswer"];
                };
            };
        };
    };
    listSupportAgents: {
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
                    "application/json": components["schemas"]["SupportAgentListAnswer"];
                };
            };
        };
    };
    setSupportAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user, or `me`. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PutSupportAgent"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportAgentAnswer"];
                };
            };
        };
    };
    removeSupportAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user, or `me`. */
                userId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    listEscalations: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only those in this state. */
                state?: components["schemas"]["EscalationState"];
                /** @description Only those that you were chosen for or have accepted. */
                mine?: boolean;
                /** @description Only those of this chatbot. */
                botId?: string;
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
                    "application/json": components["schemas"]["EscalationPageAnswer"];
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
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateEscalation"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationAnswer"];
                };
            };
        };
    };
    followEscalations: {
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
                    "text/event-stream": components["schemas"]["EscalationFeedFrame"];
                };
            };
        };
    };
    getStatisticsOfEscalations: {
        parameters: {
            query?: {
                /** @description From this moment. Default: 30 days ago. */
                from?: string;
                /** @description Until before this moment. Default: now. */
                to?: string;
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
                    "application/json": components["schemas"]["EscalationStatisticsAnswer"];
                };
            };
        };
    };
    getEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the escalation.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["EscalationDetailsAnswer"];
                };
            };
        };
    };
    acceptEscalation: {
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
                 * @description Id of the escalation.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["EscalationAnswer"];
                };
            };
        };
    };
    replyAsPerson: {
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
                 * @description Id of the escalation.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentMessage"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationMessageAnswer"];
                };
            };
        };
    };
    transferEscalation: {
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
                 * @description Id of the escalation.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferEscalation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationAnswer"];
                };
            };
        };
    };
    assignEscalation: {
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
                 * @description Id of the escalation.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignEscalation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationAnswer"];
                };
            };
        };
    };
    returnEscalation: {
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
                 * @description Id of the escalation.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReturnEscalation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationAnswer"];
                };
            };
        };
    };
    resolveEscalation: {
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
                 * @description Id of the escalation.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["EscalationAnswer"];
                };
            };
        };
    };
    listChannelsOfChatbot: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["ChannelWithSecretAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
    listDeliveriesOfChannel: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only deliveries in this state. */
                state?: components["schemas"]["ChannelDeliveryState"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the channel.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ChannelDeliveryPageAnswer"];
                };
            };
        };
    };
    retryDelivery: {
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
                 * @description Id of the delivery.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                deliveryId: string;
                /**
                 * @description Id of the channel.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDeliveryAnswer"];
                };
            };
        };
    };
    listKnowledgeBases: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["KnowledgeBasePageAnswer"];
                };
            };
        };
    };
    createKnowledgeBase: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKnowledgeBase"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeBaseWithItemsAnswer"];
                };
            };
        };
    };
    getKnowledgeBase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["KnowledgeBaseWithItemsAnswer"];
                };
            };
        };
    };
    updateKnowledgeBase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateKnowledgeBase"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeBaseAnswer"];
                };
            };
        };
    };
    deleteKnowledgeBase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    searchKnowledgeBase: {
        parameters: {
            query?: {
                /** @description What to look for; required, here or as `q`. */
                query?: string;
                /** @description The same as `query`. */
                q?: string;
                /** @description Only items that have one of these labels, separated by commas. */
                tags?: string[];
                /** @description Items at most; more than 100 count as 100. */
                limit?: number;
                /** @description How to look, instead of the way that is set for the base. */
                method?: components["schemas"]["RetrievalMethod"];
                /** @description Whether `explain` tells every score, and why passages were left out. */
                explain?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["SearchHitListAnswer"];
                };
            };
        };
    };
    searchKnowledgeBaseByBody: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SearchQuery"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchHitListAnswer"];
                };
            };
        };
    };
    listItems: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ItemPageAnswer"];
                };
            };
        };
    };
    addItem: {
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
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateItem"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemAnswer"];
                };
            };
        };
    };
    getItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the item.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                itemId: string;
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ItemAnswer"];
                };
            };
        };
    };
    updateItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the item.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                itemId: string;
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateItem"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemAnswer"];
                };
            };
        };
    };
    deleteItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the item.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                itemId: string;
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only documents of this status. */
                status?: components["schemas"]["DocumentStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DocumentPageAnswer"];
                };
            };
        };
    };
    addDocument: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDocument"];
                "multipart/form-data": components["schemas"]["UploadDocument"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DocumentAnswer"];
                };
            };
        };
    };
    deleteDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    downloadFileOfDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
    replaceContentOfDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceDocument"];
                "multipart/form-data": components["schemas"]["ReplaceDocumentByFile"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentAnswer"];
                };
            };
        };
    };
    cancelIndexingOfDocument: {
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
                 * @description Id of the document.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DocumentAnswer"];
                };
            };
        };
    };
    retryIndexingOfDocument: {
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
                 * @description Id of the document.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentAnswer"];
                };
            };
        };
    };
    listWebSources: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["WebSourcePageAnswer"];
                };
            };
        };
    };
    addWebSource: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebSource"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebSourceAnswer"];
                };
            };
        };
    };
    getWebSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the web source.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["WebSourceAnswer"];
                };
            };
        };
    };
    deleteWebSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the web source.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    changeWebSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the web source.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateWebSource"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebSourceAnswer"];
                };
            };
        };
    };
    listPagesOfWebSource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only pages of this status. */
                status?: components["schemas"]["WebSourceStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the web source.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["WebPagePageAnswer"];
                };
            };
        };
    };
    syncWebSourceNow: {
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
                 * @description Id of the web source.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebSourceAnswer"];
                };
            };
        };
    };
    cancelSyncOfWebSource: {
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
                 * @description Id of the web source.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["WebSourceAnswer"];
                };
            };
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only questions with this in their name, phrasings or answer, whatever the case. */
                search?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                baseId: string;
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
                    "application/json": components["schemas"]["QuestionPageAnswer"];
                };
            };
        };
    };
    addQuestion: {
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
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                baseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionAnswer"];
                };
            };
        };
    };
    importQuestions: {
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
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                baseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportQuestionsOrList"];
                "multipart/form-data": components["schemas"]["UploadQuestions"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedQuestionsAnswer"];
                };
            };
        };
    };
    getQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the question.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                baseId: string;
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
                    "application/json": components["schemas"]["QuestionAnswer"];
                };
            };
        };
    };
    updateQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the question.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                baseId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionAnswer"];
                };
            };
        };
    };
    deleteQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the question.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                baseId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    importIntoKnowledgeBase: {
        parameters: {
            query?: {
                /** @description `replace`: items and questions that were there before and are not in the file are removed when all of it is written; not when rows were refused. */
                mode?: components["schemas"]["KnowledgeImportMode"];
                /** @description Whether a row that is refused is left out, or fails the import. All rows are looked at before the first is written. */
                onError?: components["schemas"]["KnowledgeImportOnError"];
                /** @description What the file is; found out unless you say it. */
                format?: components["schemas"]["KnowledgeImportFormat"];
            };
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadKnowledgeImport"];
                "text/csv": Upload;
                "application/x-ndjson": Upload;
                "application/jsonl": Upload;
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeImportAnswer"];
                };
            };
        };
    };
    listImportsIntoKnowledgeBase: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only imports of this status. */
                status?: components["schemas"]["KnowledgeImportStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["KnowledgeImportPageAnswer"];
                };
            };
        };
    };
    getImportIntoKnowledgeBase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the import.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                importId: string;
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["KnowledgeImportAnswer"];
                };
            };
        };
    };
    cancelImportIntoKnowledgeBase: {
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
                 * @description Id of the import.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                importId: string;
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["KnowledgeImportAnswer"];
                };
            };
        };
    };
    retryImportIntoKnowledgeBase: {
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
                 * @description Id of the import.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                importId: string;
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeImportAnswer"];
                };
            };
        };
    };
    exportKnowledgeBase: {
        parameters: {
            query?: {
                /** @description Lines of JSON or a table. */
                format?: components["schemas"]["KnowledgeImportFormat"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the knowledge base.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file: lines of JSON, or a table (RFC 4180). */
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
    listArtifacts: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only artifacts of this type. */
                type?: components["schemas"]["ArtifactType"];
                /** @description Only artifacts with this in their title or content, whatever the case. */
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
                    "application/json": components["schemas"]["ListedArtifactPageAnswer"];
                };
            };
        };
    };
    createArtifact: {
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
                "application/json": components["schemas"]["CreateArtifact"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactAnswer"];
                };
            };
        };
    };
    getArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the artifact.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ArtifactAnswer"];
                };
            };
        };
    };
    updateArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the artifact.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateArtifact"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactAnswer"];
                };
            };
        };
    };
    deleteArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the artifact.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    changeFieldsOfArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the artifact.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateArtifact"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactAnswer"];
                };
            };
        };
    };
    listVersionsOfArtifact: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the artifact.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ListedArtifactVersionPageAnswer"];
                };
            };
        };
    };
    getVersionOfArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the version. */
                version: number;
                /**
                 * @description Id of the artifact.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ArtifactVersionAnswer"];
                };
            };
        };
    };
    restoreVersionOfArtifact: {
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
                /** @description Number of the version. */
                version: number;
                /**
                 * @description Id of the artifact.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ArtifactAnswer"];
                };
            };
        };
    };
    listPlugins: {
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
                    "application/json": components["schemas"]["RegisteredPluginPageAnswer"];
                };
            };
        };
    };
    registerPlugin: {
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
                "application/json": components["schemas"]["RegisterPlugin"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPluginAnswer"];
                };
            };
        };
    };
    getPlugin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the plugin.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["RegisteredPluginAnswer"];
                };
            };
        };
    };
    updatePlugin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the plugin.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdatePlugin"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPluginAnswer"];
                };
            };
        };
    };
    unregisterPlugin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the plugin.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    rotateSecretOfPlugin: {
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
                 * @description Id of the plugin.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["RegisteredPluginAnswer"];
                };
            };
        };
    };
    listInstalledPlugins: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["ChatbotPluginPageAnswer"];
                };
            };
        };
    };
    installPlugin: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstallPlugin"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotPluginAnswer"];
                };
            };
        };
    };
    uninstallPlugin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the plugin.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                pluginId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    replaceConfigurationOfPlugin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the plugin.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                pluginId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurePlugin"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotPluginAnswer"];
                };
            };
        };
    };
    getStatusOfInstalledPlugin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the plugin.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                pluginId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["ChatbotPluginStatusAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ChatbotIntegrationAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["IntegrationChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotIntegrationAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["ChatbotIntegrationHealthAnswer"];
                };
            };
        };
    };
    testIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the integration.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TryIntegration"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationTrialOutcomeAnswer"];
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
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["ChatbotIntegrationPageAnswer"];
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewIntegration"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotIntegrationAnswer"];
                };
            };
        };
    };
    listDatasets: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["TrainingDatasetPageAnswer"];
                };
            };
        };
    };
    createDataset: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTrainingDataset"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingDatasetAnswer"];
                };
            };
        };
    };
    getDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the dataset.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["TrainingDatasetAnswer"];
                };
            };
        };
    };
    updateDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the dataset.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateTrainingDataset"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingDatasetAnswer"];
                };
            };
        };
    };
    deleteDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the dataset.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    listExamplesOfDataset: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only examples of exactly this intent. */
                intent?: string;
                /** @description Only examples with this in their input or output, whatever the case. */
                search?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the dataset.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["TrainingExamplePageAnswer"];
                };
            };
        };
    };
    addExamples: {
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
                 * @description Id of the dataset.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AddTrainingExamples"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingDatasetAnswer"];
                };
            };
        };
    };
    deleteExample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the example.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                exampleId: string;
                /**
                 * @description Id of the dataset.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    importExamples: {
        parameters: {
            query?: {
                /** @description `replace`: the examples that are there go; 409 while a session learns from them. */
                mode?: components["schemas"]["UploadTrainingImportMode"];
                /** @description Whether an example with the input and the intent of another one, in the dataset or in the file, is left out. */
                skipDuplicates?: boolean;
                /** @description What the file is; found out from its name, its type or what stands in it unless you say it. */
                format?: components["schemas"]["TrainingImportFormat"];
            };
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the dataset.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadTrainingImport"];
                "text/csv": Upload;
                "application/x-ndjson": Upload;
                "application/jsonl": Upload;
                "application/yaml": Upload;
                "text/yaml": Upload;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingImportAnswer"];
                };
            };
        };
    };
    exportExamples: {
        parameters: {
            query?: {
                /** @description Lines of JSON, a table, or the training data of Rasa 3. */
                format?: components["schemas"]["TrainingImportFormat"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the dataset.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file: lines of JSON, a table (RFC 4180), or YAML. */
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
    listTrainingSessions: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only sessions of this status. */
                status?: components["schemas"]["TrainingSessionStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["TrainingSessionPageAnswer"];
                };
            };
        };
    };
    startTrainingSession: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartTrainingSession"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSessionAnswer"];
                };
            };
        };
    };
    getTrainingSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the session.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["TrainingSessionAnswer"];
                };
            };
        };
    };
    cancelTrainingSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the session.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    listTrainedModels: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["TrainingModelPageAnswer"];
                };
            };
        };
    };
    getTrainedModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the version. */
                version: number;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["TrainingModelDetailsAnswer"];
                };
            };
        };
    };
    deleteTrainedModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the version. */
                version: number;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    activateTrainedModel: {
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
                /** @description Number of the version. */
                version: number;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["TrainingModelDetailsAnswer"];
                };
            };
        };
    };
    predictIntents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PredictIntents"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictedIntentOrListAnswer"];
                };
            };
        };
    };
    getReportOfTrainingSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the session.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["TrainingReportAnswer"];
                };
            };
        };
    };
    compareTwoTrainedModels: {
        parameters: {
            query?: {
                /** @description The other version. Default: the active one, or, of the active one itself, the one before. */
                with?: number;
            };
            header?: never;
            path: {
                /** @description Number of the version. */
                version: number;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["ModelComparisonAnswer"];
                };
            };
        };
    };
    getContextOfEndUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["EndUserContextAnswer"];
                };
            };
        };
    };
    updateContextOfEndUser: {
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
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateEndUserContext"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUserContextAnswer"];
                };
            };
        };
    };
    deleteContextOfEndUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    resolveReferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveReferencesInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedReferencesAnswer"];
                };
            };
        };
    };
    listTopicsOfEndUser: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["EndUserTopicPageAnswer"];
                };
            };
        };
    };
    putTopicOfEndUser: {
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
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutEndUserTopic"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUserTopicAnswer"];
                };
            };
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUserTopicAnswer"];
                };
            };
        };
    };
    deleteTopicOfEndUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the topic.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                topicId: string;
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    listEntitiesOfEndUser: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only entities of this type. */
                type?: string;
            };
            header?: never;
            path: {
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["EndUserEntityPageAnswer"];
                };
            };
        };
    };
    putEntityOfEndUser: {
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
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutEndUserEntity"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUserEntityAnswer"];
                };
            };
        };
    };
    deleteEntityOfEndUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the entity.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                entityId: string;
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    listEntityLists: {
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
                    "application/json": components["schemas"]["EntityListSummaryPageAnswer"];
                };
            };
        };
    };
    createEntityList: {
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
                "application/json": components["schemas"]["CreateEntityList"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityListAnswer"];
                };
            };
        };
    };
    getEntityList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the entity list.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["EntityListAnswer"];
                };
            };
        };
    };
    updateEntityList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the entity list.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateEntityList"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityListAnswer"];
                };
            };
        };
    };
    deleteEntityList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the entity list.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    exportDataOfEndUserOfChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["EndUserDataAnswer"];
                };
            };
        };
    };
    eraseDataOfEndUserOfChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["ErasedEndUserAnswer"];
                };
            };
        };
    };
    exportDataOfEndUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
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
                    "application/json": components["schemas"]["EndUserDataAnswer"];
                };
            };
        };
    };
    eraseDataOfEndUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Your own id of the end user: any text of up to 128 characters, percent-encoded. */
                userId: string;
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
                    "application/json": components["schemas"]["ErasedEndUserAnswer"];
                };
            };
        };
    };
    listLearningItems: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only items of this type. */
                type?: components["schemas"]["LearningItemType"];
                /** @description Only items that come from there. */
                source?: components["schemas"]["LearningItemSource"];
                /** @description Only items of this status. */
                status?: components["schemas"]["LearningItemStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["LearningItemPageAnswer"];
                };
            };
        };
    };
    addLearningItem: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLearningItem"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningItemAnswer"];
                };
            };
        };
    };
    deriveLearningItems: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["LearningItemListAnswer"];
                };
            };
        };
    };
    applyLearningItems: {
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
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["AppliedLearningAnswer"];
                };
            };
        };
    };
    previewLearningItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PreviewLearning"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningPreviewAnswer"];
                };
            };
        };
    };
    revertLearningItem: {
        parameters: {
            query?: {
                /** @description Whether the item is rejected, too, so that it is not applied again. */
                reject?: boolean;
            };
            header?: {
                /**
                 * @description Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description Id of the learning item.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                learningId: string;
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["RevertedLearningItemAnswer"];
                };
            };
        };
    };
    getLearningItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the learning item.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                learningId: string;
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
                    "application/json": components["schemas"]["LearningItemAnswer"];
                };
            };
        };
    };
    changeLearningItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the learning item.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                learningId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateLearningItem"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearningItemAnswer"];
                };
            };
        };
    };
    deleteLearningItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the learning item.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                learningId: string;
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    approveOrRejectLearningItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the learning item.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                learningId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideLearningItem"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevertedLearningItemAnswer"];
                };
            };
        };
    };
    getMessageAnalytics: {
        parameters: {
            query?: {
                /** @description First day, in `timezone`, or a time; 29 days before the last one unless given. Times count to the quarter of an hour. */
                startDate?: string;
                /** @description Last day, which counts as a whole, or a time; today unless given. */
                endDate?: string;
                /** @description What a bucket of the timeline is; weeks begin on Monday. */
                period?: components["schemas"]["FigureRangePeriod"];
                /** @description Time zone of the IANA database in which days begin. */
                timezone?: string;
                /** @description `csv`: a table (RFC 4180) in place of JSON, as with `Accept: text/csv`. */
                format?: components["schemas"]["AnalyticsFormat"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["MessageAnalyticsAnswer"];
                    "text/csv": components["schemas"]["MessageAnalyticsAnswer"];
                };
            };
        };
    };
    getUserAnalytics: {
        parameters: {
            query?: {
                /** @description First day, in `timezone`, or a time; 29 days before the last one unless given. Times count to the quarter of an hour. */
                startDate?: string;
                /** @description Last day, which counts as a whole, or a time; today unless given. */
                endDate?: string;
                /** @description What a bucket of the timeline is; weeks begin on Monday. */
                period?: components["schemas"]["FigureRangePeriod"];
                /** @description Time zone of the IANA database in which days begin. */
                timezone?: string;
                /** @description `csv`: a table (RFC 4180) in place of JSON, as with `Accept: text/csv`. */
                format?: components["schemas"]["AnalyticsFormat"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["UserAnalyticsAnswer"];
                    "text/csv": components["schemas"]["UserAnalyticsAnswer"];
                };
            };
        };
    };
    getSessionAnalytics: {
        parameters: {
            query?: {
                /** @description First day, in `timezone`, or a time; 29 days before the last one unless given. Times count to the quarter of an hour. */
                startDate?: string;
                /** @description Last day, which counts as a whole, or a time; today unless given. */
                endDate?: string;
                /** @description What a bucket of the timeline is; weeks begin on Monday. */
                period?: components["schemas"]["FigureRangePeriod"];
                /** @description Time zone of the IANA database in which days begin. */
                timezone?: string;
                /** @description `csv`: a table (RFC 4180) in place of JSON, as with `Accept: text/csv`. */
                format?: components["schemas"]["AnalyticsFormat"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["SessionAnalyticsAnswer"];
                    "text/csv": components["schemas"]["SessionAnalyticsAnswer"];
                };
            };
        };
    };
    getIntentAnalytics: {
        parameters: {
            query?: {
                /** @description First day, in `timezone`, or a time; 29 days before the last one unless given. Times count to the quarter of an hour. */
                startDate?: string;
                /** @description Last day, which counts as a whole, or a time; today unless given. */
                endDate?: string;
                /** @description What a bucket of the timeline is; weeks begin on Monday. */
                period?: components["schemas"]["FigureRangePeriod"];
                /** @description Time zone of the IANA database in which days begin. */
                timezone?: string;
                /** @description `csv`: a table (RFC 4180) in place of JSON, as with `Accept: text/csv`. */
                format?: components["schemas"]["AnalyticsFormat"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["IntentAnalyticsAnswer"];
                    "text/csv": components["schemas"]["IntentAnalyticsAnswer"];
                };
            };
        };
    };
    getUsageAnalytics: {
        parameters: {
            query?: {
                /** @description First day, in `timezone`, or a time; 29 days before the last one unless given. Times count to the quarter of an hour. */
                startDate?: string;
                /** @description Last day, which counts as a whole, or a time; today unless given. */
                endDate?: string;
                /** @description What a bucket of the timeline is; weeks begin on Monday. */
                period?: components["schemas"]["FigureRangePeriod"];
                /** @description Time zone of the IANA database in which days begin. */
                timezone?: string;
                /** @description `csv`: a table (RFC 4180) in place of JSON, as with `Accept: text/csv`. */
                format?: components["schemas"]["AnalyticsFormat"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["UsageAnalyticsAnswer"];
                    "text/csv": components["schemas"]["UsageAnalyticsAnswer"];
                };
            };
        };
    };
    getQualityAnalytics: {
        parameters: {
            query?: {
                /** @description First day, in `timezone`, or a time; 29 days before the last one unless given. Times count to the quarter of an hour. */
                startDate?: string;
                /** @description Last day, which counts as a whole, or a time; today unless given. */
                endDate?: string;
                /** @description What a bucket of the timeline is; weeks begin on Monday. */
                period?: components["schemas"]["FigureRangePeriod"];
                /** @description Time zone of the IANA database in which days begin. */
                timezone?: string;
                /** @description `csv`: a table (RFC 4180) in place of JSON, as with `Accept: text/csv`. */
                format?: components["schemas"]["AnalyticsFormat"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["QualityAnalyticsAnswer"];
                    "text/csv": components["schemas"]["QualityAnalyticsAnswer"];
                };
            };
        };
    };
    getInsights: {
        parameters: {
            query?: {
                /** @description The last day, 7 days or 30 days up to now, or everything; each is compared with the one before. */
                period?: components["schemas"]["FigureRangePeriod"];
                /** @description Time zone of the IANA database, for the hours of the day. */
                timezone?: string;
                /** @description Computes them anew, unless that has just been done; else an answer may be five minutes old, see `generatedAt`. */
                refresh?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["InsightReportAnswer"];
                };
            };
        };
    };
    compareIntegrations: {
        parameters: {
            query?: {
                /** @description First day, which counts as a whole, in UTC; from the beginning unless given. */
                from?: string;
                /** @description Last day, which counts as a whole, in UTC; up to now unless given. */
                to?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the chatbot.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                chatbotId: string;
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
                    "application/json": components["schemas"]["IntegrationReportAnswer"];
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
                limit?: number;
                /** @description Only loops of this status. */
                status?: components["schemas"]["AgentLoopStatus"];
                /** @description Only loops with this in their name, whatever the case. */
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
                    "application/json": components["schemas"]["AgentLoopAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
    updateAgentLoop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent loop.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
    deleteAgentLoop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent loop.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentExecutionAnswer"];
                };
            };
        };
    };
    listExecutionsOfAgentLoop: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only executions of this status. */
                status?: components["schemas"]["AgentExecutionStatus"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the agent loop.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["AgentExecutionPageAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                executionId: string;
                /**
                 * @description Id of the agent loop.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["AgentExecutionWithStepsAnswer"];
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
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                executionId: string;
                /**
                 * @description Id of the agent loop.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["AgentExecutionAnswer"];
                };
            };
        };
    };
    followExecution: {
        parameters: {
            query?: never;
            header?: {
                /** @description Id of the last frame that you saw. */
                "Last-Event-ID"?: string;
            };
            path: {
                /**
                 * @description Id of the execution.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                executionId: string;
                /**
                 * @description Id of the agent loop.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "text/event-stream": components["schemas"]["AgentExecutionFrame"];
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
                    "application/json": components["schemas"]["RegisteredWebhookPageAnswer"];
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
                "application/json": components["schemas"]["RegisterWebhook"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithItsSecretAnswer"];
                };
            };
        };
    };
    listWebhookEvents: {
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
                    "application/json": components["schemas"]["WebhookEventListAnswer"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["RegisteredWebhookAnswer"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ChangeWebhook"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredWebhookAnswer"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["DoneAnswer"];
                };
            };
        };
    };
    changeFieldsOfWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ChangeWebhook"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredWebhookAnswer"];
                };
            };
        };
    };
    rotateSecretOfWebhook: {
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
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RotateWebhookSecret"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithItsSecretAnswer"];
                };
            };
        };
    };
    testWebhook: {
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
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TestWebhook"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetailsAnswer"];
                };
            };
        };
    };
    listDeliveriesOfWebhook: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items per page; more than 100 count as 100. */
                limit?: number;
                /** @description Only deliveries in this state. */
                status?: components["schemas"]["WebhookDeliveryStatus"];
                /** @description Only deliveries of this event. */
                event?: string;
                /** @description Only of events that happened then or later. */
                since?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["WebhookDeliveryPageAnswer"];
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the delivery.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                deliveryId: string;
                /**
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["WebhookDeliveryDetailsAnswer"];
                };
            };
        };
    };
    replayDelivery: {
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
                 * @description Id of the delivery.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                deliveryId: string;
                /**
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryAnswer"];
                };
            };
        };
    };
    replayDeliveriesSinceTime: {
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
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayDeliveries"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDeliveriesAnswer"];
                };
            };
        };
    };
    getStatisticsOfWebhook: {
        parameters: {
            query?: {
                /** @description How many days back. */
                days?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b
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
                    "application/json": components["schemas"]["WebhookFiguresAnswer"];
                };
            };
        };
    };
    showLiveness: {
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
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
        };
    };
    showDetailedStatus: {
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
                    "application/json": components["schemas"]["DetailedHealthAnswer"];
                };
            };
        };
    };
    showMetrics: {
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
    onMessageReceived: {
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
                 * @example message.received
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
                 *       "event": "message.received",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chatbotId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "conversationId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "sessionId": "session_1",
                 *         "userId": "user_42",
                 *         "channel": "api",
                 *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "user_id": "user_42",
                 *         "messageId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "role": "user",
                 *         "content": "How do I reset my password?",
                 *         "message_id": "msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MessageReceivedDelivery"];
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
    onMessageSent: {
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
                 * @example message.sent
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
                 *       "event": "message.sent",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chatbotId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "conversationId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "sessionId": "session_1",
                 *         "userId": "user_42",
                 *         "channel": "api",
                 *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "user_id": "user_42",
                 *         "messageId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "role": "bot",
                 *         "content": "Open Settings, then Security.",
                 *         "message_id": "msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MessageSentDelivery"];
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
    onConversationStarted: {
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
                 * @example conversation.started
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
                 *       "event": "conversation.started",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chatbotId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "conversationId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "sessionId": "session_1",
                 *         "userId": "user_42",
                 *         "channel": "api",
                 *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "user_id": "user_42"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConversationStartedDelivery"];
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
    onConversationEnded: {
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
                 * @example conversation.ended
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
                 *       "event": "conversation.ended",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chatbotId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "conversationId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "sessionId": "session_1",
                 *         "userId": "user_42",
                 *         "channel": "api",
                 *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "user_id": "user_42",
                 *         "messageCount": 4
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConversationEndedDelivery"];
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
    onUserRegistered: {
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
                 * @example user.registered
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
                 *       "event": "user.registered",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "userId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "username": "jane_doe",
                 *         "email": "jane@example.com",
                 *         "user_id": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["UserRegisteredDelivery"];
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
    onChatbotCreated: {
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
                 * @example chatbot.created
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
                 *       "event": "chatbot.created",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chatbotId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "name": "Customer Support Bot"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChatbotCreatedDelivery"];
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
    onTrainingCompleted: {
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
                 * @example training.completed
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
                 *       "event": "training.completed",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chatbotId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "sessionId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "datasetId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "status": "completed",
                 *         "metrics": {
                 *           "accuracy": 0.93
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TrainingCompletedDelivery"];
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
    onConversationCreated: {
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
                 * @example conversation.created
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
                 *       "event": "conversation.created",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chatbotId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "conversationId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "sessionId": "session_1",
                 *         "userId": "user_42",
                 *         "channel": "api",
                 *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "user_id": "user_42"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConversationCreatedDelivery"];
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
    onConversationEscalated: {
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
                 * @example conversation.escalated
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
                 *       "event": "conversation.escalated",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chatbotId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "conversationId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "sessionId": "session_1",
                 *         "userId": "user_42",
                 *         "channel": "api",
                 *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "user_id": "user_42",
                 *         "reason": "low_confidence",
                 *         "assigned_agent": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConversationEscalatedDelivery"];
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
    onConversationResolved: {
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
                 * @example conversation.resolved
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
                 *       "event": "conversation.resolved",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chatbotId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "conversationId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "sessionId": "session_1",
                 *         "userId": "user_42",
                 *         "channel": "api",
                 *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "user_id": "user_42",
                 *         "resolved_at": "2030-01-31T12:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConversationResolvedDelivery"];
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
    onFeedbackSubmitted: {
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
                 * @example feedback.submitted
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
                 *       "event": "feedback.submitted",
                 *       "timestamp": "2030-01-31T12:00:00.000Z",
                 *       "data": {
                 *         "chatbotId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "conversationId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "messageId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "feedbackId": "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                 *         "rating": 5,
                 *         "judgement": "positive",
                 *         "comment": "That helped.",
                 *         "conversation_id": "conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b",
                 *         "feedback_id": "fb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FeedbackSubmittedDelivery"];
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
