namespace Cwa.Model;

/// <summary>What reports left out about events, said later. Nothing that was said is changed.</summary>
internal sealed class EventCompletionRows() : VerbRows<CompleteEvent, Event>("event-completions")
{
    /// <summary>The columns of what can be said later.</summary>
    public static IReadOnlyList<string> Facts { get; } =
    [.. VerbColumn.Of(typeof(CompleteEvent)).Where(column => column.Named is null).Select(column => column.Name)];

    public override IReadOnlyList<string> Key { get; } = [nameof(CompleteEvent.EventId)];

    public override bool ChangesItsRecord => true;

    protected override IReadOnlyList<string> PassedOver => ["agency_name", "recorded_at", "updated_at"];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfEventCompletions;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfEventCompletions;
}
