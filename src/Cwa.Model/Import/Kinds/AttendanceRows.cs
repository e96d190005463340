using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Attendance, by which events are confirmed as held. Another number corrects the one before.</summary>
internal sealed class AttendanceRows() : VerbRows<ConfirmEvent, Event>("attendance")
{
    public override IReadOnlyList<string> Key { get; } = [nameof(ConfirmEvent.EventId)];

    public override bool ChangesItsRecord => true;

    protected override IReadOnlyList<string> PassedOver => ["agency_name", "description", "recorded_at", "updated_at"];

    // A sign-up sheet has numbers, and says nothing of how people were counted.
    protected override IReadOnlyDictionary<string, string> NeededWith { get; } =
        new Dictionary<string, string> { ["attendance"] = "count_method" };

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfAttendance;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfAttendance;

    // How people were counted says nothing where no number is given.
    public override ConfirmEvent Complete(ConfirmEvent confirmed) =>
        confirmed.Attendance is null ? confirmed with { CountMethod = null } : confirmed;

    public override IQueryable<Event> Stored(CwaDbContext db, IReadOnlyList<ConfirmEvent> said)
    {
        var keys = said.Select(confirmed => confirmed.EventId.Key).OfType<Guid>().Distinct().ToList();
        return db.Events.Where(e => EF.Parameter(keys).Contains(e.Id) && e.Status == EventStatus.Held);
    }

    public override object? Told(Event record, string property) =>
        property == nameof(ConfirmEvent.EventId) ? record.Id : base.Told(record, property);
}
