namespace Cwa.Model;

/// <summary>A statement before it has its place in a report.</summary>
/// <param name="StandardId">The service standard by which the result is measured.</param>
/// <param name="Text">What a customer reads: 1 to 1,000 characters.</param>
/// <param name="Result">The year's value in the standard's unit; null if the result is stated in words only.</param>
/// <param name="Met">Whether the standard was met; null if that cannot be said.</param>
/// <param name="Id">The statement's id, if it must be the same each time.</param>
/// <param name="RecordedAt">When it was first stored, in UTC, if that is not now.</param>
public sealed record StatementDraft(
    Guid StandardId,
    string Text,
    double? Result = null,
    bool? Met = null,
    Guid? Id = null,
    DateTime? RecordedAt = null
);
