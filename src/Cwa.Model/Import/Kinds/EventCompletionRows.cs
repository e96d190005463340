namespace Cwa.Model;

/// <summary>What reports left out about events, said later. Nothing that was said is changed.</summary>
internal sealed class EventCompletionRows() : VerbRows<CompleteEvent, Event>("event-completions")
{
    /// <summary>The columns of what can be said later.</summary>
    public static IReadOnlyList<string> Facts { get; } =
    [.. VerbColumn.Of(typeof(CompleteEvent)).Where(column => column.Named is null).Select(column => column.Name)];

    public override IReadOnlyList<string> Key { get; } = [nameof(CompleteEvent.EventId)];

    public override bool ChangesItsRecord => true;

    public override bool SaysNothing(VerbRow<CompleteEvent> row) =>
        !row.IsBroken && Filled.All(column => column.Named is not null || column.Get(row.Verb) is null);

    protected override IReadOnlyList<string> PassedOver => ["agency_name", "description", "recorded_at", "updated_at"];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfEventCompletions;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfEventCompletions;
}
