export { LoneCarrier } from './lone-carrier';
export { defineNotice, type Notice } from './notice';
export { NoticeCarrier, type NoticeListener } from './notice-carrier';
export { Notices } from './notices';
export { NoticesModule } from './notices.module';
