import { IntegerField, NestedField, type StreamedTypes, TextField } from '#infra/http';
import { ModelResponse, OutputItem, OutputText, ResponseAnnotation } from './model-response.dto';

class ResponseEvent {
  @TextField('What it tells; the name of the event, too.')
  type: string;

  @IntegerField('Counts the events, from 0.', { min: 0 })
  sequence_number: number;
}

export class ResponseStateEvent extends ResponseEvent {
  @NestedField('The response as far as it is.', () => ModelResponse)
  response: ModelResponse;
}

export class OutputItemEvent extends ResponseEvent {
  @IntegerField('Which item of the output it is.', { min: 0 })
  output_index: number;

  @NestedField('The item.', () => OutputItem)
  item: OutputItem;
}

class ItemEvent extends ResponseEvent {
  @TextField('Id of the item.')
  item_id: string;

  @IntegerField('Which item of the output it is.', { min: 0 })
  output_index: number;
}

class ContentEvent extends ItemEvent {
  @IntegerField('Which part of the item it is.', { min: 0 })
  content_index: number;
}

export class ContentPartEvent extends ContentEvent {
  @NestedField('The part.', () => OutputText)
  part: OutputText;
}

export class TextDeltaEvent extends ContentEvent {
  @TextField('What comes next in the text.', { minLength: 0 })
  delta: string;
}

export class TextDoneEvent extends ContentEvent {
  @TextField('The whole text.', { minLength: 0 })
  text: string;
}

export class AnnotationEvent extends ContentEvent {
  @IntegerField('Which of the annotations it is.', { min: 0 })
  annotation_index: number;

  @NestedField('What of the text rests on which document.', () => ResponseAnnotation)
  annotation: ResponseAnnotation;
}

export class ArgumentsDeltaEvent extends ItemEvent {
  @TextField('What comes next in the arguments.', { minLength: 0 })
  delta: string;
}

export class ArgumentsDoneEvent extends ItemEvent {
  @TextField('The function.')
  name: string;

  @TextField('JSON.', { minLength: 0 })
  arguments: string;
}

/** The `data` of each frame of a streamed response. */
export const RESPONSE_EVENTS: StreamedTypes = {
  'response.created': ResponseStateEvent,
  'response.in_progress': ResponseStateEvent,
  'response.output_item.added': OutputItemEvent,
  'response.content_part.added': ContentPartEvent,
  'response.output_text.delta': TextDeltaEvent,
  'response.output_text.annotation.added': AnnotationEvent,
  'response.output_text.done': TextDoneEvent,
  'response.content_part.done': ContentPartEvent,
  'response.output_item.done': OutputItemEvent,
  'response.function_call_arguments.delta': ArgumentsDeltaEvent,
  'response.function_call_arguments.done': ArgumentsDoneEvent,
  'response.completed': ResponseStateEvent,
  'response.incomplete': ResponseStateEvent,
};
