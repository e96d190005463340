using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Imports rows that a verb does, one after another. A row that says what is stored changes nothing.</summary>
internal sealed class VerbImport<TVerb, TRecord>(ImportSession session, VerbRows<TVerb, TRecord> kind) : IRowImport
    where TVerb : Verb<TRecord>
    where TRecord : class
{
    private readonly List<VerbRow<TVerb>> _batch = [];
    private readonly Dictionary<UInt128, long> _said = [];
    private readonly HeldRecords _held = session.Hold();
    private readonly NamedColumns<TVerb, TRecord> _names = new(session, kind);
    private readonly StoredRecords<TVerb, TRecord> _stored = new(kind);

    public async Task AddAsync(ImportRow row, CancellationToken cancellationToken)
    {
        _stored.Note(row);
        if (kind.Read(row, session) is not { } said)
            return;
        _batch.Add(said);
        if (_batch.Count == ImportSession.BatchSize)
            await WriteAsync(cancellationToken);
    }

    public Task FinishAsync(CancellationToken cancellationToken) => WriteAsync(cancellationToken);

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_batch is [])
            return;
        var work = session.Begin(Verb.NameOf(typeof(TVerb)), _held);
        await _names.ResolveAsync(_batch, _held, cancellationToken);
        await _stored.LoadAsync(session.Db, [.. _batch.Select(row => row.Verb)], cancellationToken);
        foreach (var row in _batch)
            await DoAsync(row, work, cancellationToken);
        await session.FlushAsync(work, cancellationToken);
        _held.Release();
        _batch.Clear();
    }

    private async Task DoAsync(VerbRow<TVerb> row, Work work, CancellationToken cancellationToken)
    {
        var stored = row.IsBroken ? null : _stored.Find(row.Verb);
        if (stored is not null ? _stored.Difference(row.Verb, stored) is null : kind.SaysNothing(row))
        {
            session.Unchanged++;
            return;
        }

        if (!row.IsBroken && !_said.TryAdd(_stored.KeyInFile(row.Verb), row.Line))
        {
            Refuse(row, "", $"Line {_said[_stored.KeyInFile(row.Verb)]} is about the same. Take one of them out.");
            return;
        }

        var findings = new RowFindings(session.Errors, row.Line, VerbColumn.ColumnOf, row.Unread, row.IsBroken);
        work.ReportTo(new(findings, place: []));
        if (kind.FindsWhatTheVerbAsks)
            _held.LookUp(stored);
        InputCheck.Of(row.Verb, work.Today, work.Check);
        var announced = work.Announcements.Count;
        var done = await row.Verb.DoAsync(work, cancellationToken);
        if (!findings.IsGood)
            return;
        if (stored is not null && !kind.ChangesItsRecord)
            Differs(row, stored);
        else if (work.Announcements.Count == announced)
            session.Unchanged++;
        else if (session.Db.Entry(done!).State == EntityState.Added)
            session.Inserted++;
        else
            session.Updated++;
    }

    // Here a correction would be made of the row. The verb has no objection, but it would record the same twice.
    private void Differs(VerbRow<TVerb> row, TRecord stored)
    {
        var (column, told, said) = _stored.Difference(row.Verb, stored)!.Value;
        Refuse(
            row,
            column,
            $"This is recorded already, with {ValueText.Shown(told)} and not {ValueText.Shown(said)}. "
                + "A file adds what is new; it corrects nothing."
        );
    }

    private void Refuse(VerbRow<TVerb> row, string column, string reason) =>
        session.Errors.Add(row.Line, column, reason);
}
