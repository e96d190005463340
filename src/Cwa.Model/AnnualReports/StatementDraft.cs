namespace Cwa.Model;

/// <summary>A statement as its author writes it, before it has a place in a report.</summary>
/// <param name="StandardId">The service standard whose result it states.</param>
/// <param name="Text">What a customer reads: 1 to 1,000 characters.</param>
/// <param name="Result">The year's value, in the standard's unit; null when the words are all there is.</param>
/// <param name="Met">Whether the standard was met; null when that cannot be said.</param>
/// <param name="Id">The statement's id, when it must be the same each time.</param>
/// <param name="RecordedAt">When it was recorded, UTC, when that is not now.</param>
public sealed record StatementDraft(
    Guid StandardId,
    string Text,
    double? Result = null,
    bool? Met = null,
    Guid? Id = null,
    DateTime? RecordedAt = null
);
