namespace Cwa.Model;

/// <summary>The columns that name records, such as an event by its title. They are found a batch at a time.</summary>
internal sealed class NamedColumns<TVerb, TRecord>(ImportSession session, VerbRows<TVerb, TRecord> kind)
    where TVerb : Verb<TRecord>
    where TRecord : class
{
    private readonly IReadOnlyList<(VerbColumn Column, NamedRecords Records)> _columns =
    [
        .. kind
            .Filled.Where(column => column.Named is not null)
            .Select(column => (column, NamedRecords.Of(column.Named!))),
    ];

    /// <summary>Gives the verbs the ids of the records that their rows name, and holds these.</summary>
    public async Task ResolveAsync(
        IReadOnlyList<VerbRow<TVerb>> rows,
        HeldRecords held,
        CancellationToken cancellationToken
    )
    {
        foreach (var (column, records) in _columns)
        {
            var naming = rows.Where(row => row.Names.ContainsKey(column)).Select(row => (row, NameIn(row, column)));
            var named = naming.ToList();
            if (named is [])
                continue;
            await records.LoadAsync(
                session.Db,
                [.. named.Select(name => name.Item2)],
                areChanged: column.Named == typeof(TRecord),
                cancellationToken
            );
            foreach (var (row, name) in named)
                Resolve(row, column, records, name, held);
        }
    }

    private RecordName NameIn(VerbRow<TVerb> row, VerbColumn column) =>
        new(
            row.Agency.Id,
            row.Names[column],
            session.KeyOf(column.Named!, row.Names[column]),
            column.Named == typeof(Event) ? row.Day : null
        );

    private void Resolve(VerbRow<TVerb> row, VerbColumn column, NamedRecords records, RecordName name, HeldRecords held)
    {
        var found = records.Find(name);
        if (found.Count > 1)
            found = [.. kind.Fitting(row.Verb, found).Cast<IAgencyRecord>()];
        if (found is [var record])
        {
            column.SetId(row.Verb, name.Text, record.Id);
            held.Hold(record.Id, record, record.AgencyId);
            return;
        }

        row.IsBroken = true;
        row.Unread.Add(column.Name);
        var cause = $"{row.Agency.Id} {name.Text} {name.Day}";
        session.Errors.AddOnce(
            (column.Name, cause),
            new(row.Line, column.Name, WhyNot(row.Agency, records, name, found.Count))
        );
    }

    private static string WhyNot(Agency agency, NamedRecords records, RecordName name, int found)
    {
        var shown = ValueText.Shown(name.Text);
        var on = name.Day is { } day ? $" on {day:yyyy-MM-dd}" : "";
        if (found == 0)
            return $"{agency.Abbreviation} has no {records.Noun} '{shown}'{on}.";
        return $"{agency.Abbreviation} has {found} {records.Noun}s '{shown}'{on}. Say which is meant: give its id"
            + (records.HaveDays && name.Day is null ? ", or its day in starts_on." : ".");
    }
}
