import { AllOptional, DateField, IdField, IntegerField, NestedListField, TextField, TextListField } from '#infra/http';
import { LIST_LIMITS } from '../lists/entity-lists.types';
import { CONTEXT_LIMITS } from '../records/records.types';

export class EntityListValue {
  @TextField('Its name, as replies and entities write it.', {
    maxLength: LIST_LIMITS.valueLength,
    example: 'iPhone 15',
  })
  value: string;

  @TextListField('What else people call it.', {
    optional: true,
    nullable: true,
    maxItems: LIST_LIMITS.synonyms,
    maxLength: LIST_LIMITS.valueLength,
    example: ['Apple phone'],
  })
  synonyms?: string[] | null;
}

export class CreateEntityList {
  @TextField('What the things are: the type of the entities.', {
    maxLength: CONTEXT_LIMITS.typeLength,
    example: 'product',
  })
  type: string;

  @NestedListField('The things; found whatever the case and accents, as whole words.', () => EntityListValue, {
    minItems: 1,
    maxItems: LIST_LIMITS.values,
  })
  values: EntityListValue[];
}

/** Absent fields stay as they are. */
export class UpdateEntityList extends AllOptional(CreateEntityList) {}

export class EntityListSummaryDto {
  @IdField('Its id.')
  id: string;

  @TextField('What the things are.')
  type: string;

  @IntegerField('How many things it has.', { min: 0 })
  valueCount: number;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

export class EntityListDto extends EntityListSummaryDto {
  @NestedListField('The things.', () => EntityListValue)
  values: EntityListValue[];
}
