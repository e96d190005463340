namespace Cwa.Model;

/// <summary>A file that others publish, in columns of their own. Each of its rows becomes rows of a kind.</summary>
internal sealed class PublishedForm
{
    /// <summary>The column of the kind for each name in the file by which the form is told from others.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>The columns of the rows that are made.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The rows that are made of one row, which is read by name.</summary>
    public required Func<Func<string, string>, IEnumerable<IReadOnlyList<string>>> Rows { get; init; }

    /// <summary>What is odd about a row, with the column of the kind; null when nothing is.</summary>
    public Func<Func<string, string>, (string Column, string Reason)?> Odd { get; init; } = _ => null;

    /// <summary>Whether a file with these names has the form.</summary>
    public bool Is(IReadOnlyList<string> names) => Names.Keys.All(names.Contains);

    /// <summary>Makes the rows of the kind. Lines stay those of the file.</summary>
    public async Task<ImportSource> UnfoldAsync(
        ImportKind kind,
        Stream file,
        TableForm form,
        CancellationToken cancellationToken
    )
    {
        var (text, start) = (Imports.OpenSpool(), file.Position);
        try
        {
            var lines = new List<int> { (int)form.Line };
            var remarks = new List<ImportWarning>();
            await using (var writer = new StreamWriter(text, leaveOpen: true))
            {
                await WriteAsync(writer, Columns);
                using var csv = await new ImportSource(file, start, form).ReadAsync(_ => { }, cancellationToken);
                var at = form.Names.Index().DistinctBy(name => name.Item).ToDictionary(n => n.Item, n => n.Index);
                while (await csv.ReadAsync(cancellationToken))
                {
                    if (Odd(Cell) is var (column, reason))
                        remarks.Add(new(csv.LineNumber, column, reason));
                    foreach (var row in Rows(Cell))
                    {
                        lines.Add((int)csv.LineNumber);
                        await WriteAsync(writer, row);
                    }

                    string Cell(string name) =>
                        at.TryGetValue(name, out var index) && index < csv.FieldCount
                            ? csv.GetString(index).Trim()
                            : "";
                }
            }

            text.Position = 0;
            var unfolded = await TableForm.FindAsync(kind, text, cancellationToken);
            return new(text, 0, unfolded)
            {
                Lines = lines,
                Remarks = remarks,
                Understood = [.. form.Names.Select(name => new UnderstoodColumn(name, Names.GetValueOrDefault(name)))],
            };
        }
        catch
        {
            await text.DisposeAsync();
            throw;
        }
    }

    private static Task WriteAsync(StreamWriter writer, IEnumerable<string> values) =>
        writer.WriteLineAsync(string.Join(',', values.Select(CsvText.Cell)));
}
