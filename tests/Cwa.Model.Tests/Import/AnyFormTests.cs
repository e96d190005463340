using System.Text;
using CsCheck;

namespace Cwa.Model.Tests;

/// <summary>A table is the same table in whatever form a program writes it.</summary>
public sealed class AnyFormTests
{
    private static readonly string[] Header =
    [
        "agency",
        "month",
        "category",
        "pending_start",
        "received",
        "resolved",
        "pending_end",
        "median_days",
    ];

    // The letters of Windows-1252 and those that only Unicode has.
    private static readonly string[] Western = ["Café", "O’Neil", "naïve — no", "½", "Señal, señal"],
        Foreign = ["長い待ち時間", "Ожидание", "مرحبا", "😀 smile", "Ω"],
        Plain =

        [
            "a",
            "a,b",
            "a;b",
            "a|b",
            "a\tb",
            "\"quoted\"",
            "two\nlines",
            "two\r\nlines",
            " space ",
            "=1+1",
            "'",
            "",
            "12",
        ];

    private static readonly (string Name, bool IsUnicode)[] Encodings =
    [
        ("utf-8", true),
        ("utf-16", true),
        ("utf-16BE", true),
        ("windows-1252", false),
    ];

    private static readonly Gen<Written> Forms = Gen.Select(
        Gen.Int[0, Encodings.Length - 1],
        Gen.Bool,
        OneOf(',', ';', '\t', '|'),
        Gen.Bool,
        OneOf("\n", "\r\n"),
        Gen.Int[0, 3],
        Gen.Bool,
        (encoding, mark, separator, quoted, lineEnd, titles, gaps) =>
            new Written(encoding, mark, separator, quoted, lineEnd, titles, gaps)
    );

    static AnyFormTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Any_table_written_in_any_form_is_read_as_the_same_table() =>
        Forms
            .SelectMany(form => Rows(form).Select(rows => (form, rows)))
            .Sample(
                sample =>
                {
                    var read = ReadAsync(sample.form.Write(sample.rows)).GetAwaiter().GetResult();

                    Assert.Equal(
                        sample.rows.Select(row => row.Select(Kept)),
                        read.Select(row => row.Select(cell => cell ?? ""))
                    );
                },
                iter: 2000
            );

    private static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static Gen<string[][]> Rows(Written form)
    {
        var words = Encodings[form.Encoding].IsUnicode
            ? [.. Plain, .. Western, .. Foreign]
            : (string[])[.. Plain, .. Western];
        var cell = Gen.Select(OneOf(words), OneOf(words), (one, other) => $"{one} {other}");
        return Gen.Select(
            Gen.Int[1, 999],
            cell.Array[Header.Length - 1],
            (n, cells) => (string[])[$"A{n}", .. cells]
        ).Array[0, 20];
    }

    private static string Kept(string cell) => PlainText.Of(FormulaSign.Unguard(cell.Trim()));

    private static async Task<List<string?[]>> ReadAsync(byte[] file)
    {
        var errors = new ImportErrors();
        var kind = Imports.Find("complaint-metrics")!;
        var options = ImportDatabase.Options;
        var stream = new MemoryStream(file);
        var source = await ImportSource.OpenAsync(kind, stream, options.Answers, errors, CancellationToken.None);
        Assert.Empty(errors.Result(0).Errors);
        var survey = await FileSurvey.ReadAsync(kind, source!, options, CancellationToken.None);
        using var read = await ImportFile.OpenAsync(kind, source!, survey, errors, options, CancellationToken.None);
        var rows = new List<string?[]>();
        while (await read!.ReadAsync(CancellationToken.None))
            rows.Add([.. Header.Select(read.Row.Peek)]);
        Assert.Empty(errors.Result(0).Errors);
        return rows;
    }

    private sealed record Written(
        int Encoding,
        bool HasMark,
        char Separator,
        bool IsQuoted,
        string LineEnd,
        int Titles,
        bool HasGaps
    )
    {
        public byte[] Write(string[][] rows)
        {
            var text = new StringBuilder();
            for (var i = 0; i < Titles; i++)
                text.Append(i == 1 ? "" : Row([$"Title {i}", "as of November"])).Append(LineEnd);
            foreach (var row in rows.Prepend(Header))
            {
                text.Append(Row(row)).Append(LineEnd);
                if (HasGaps)
                    text.Append(Row(["", "", ""])).Append(LineEnd);
            }

            var encoding = System.Text.Encoding.GetEncoding(Encodings[Encoding].Name);
            return [.. HasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text.ToString())];
        }

        private string Row(IEnumerable<string> cells) => string.Join(Separator, cells.Select(Cell));

        private string Cell(string cell) =>
            IsQuoted || cell.AsSpan().ContainsAny(['"', '\n', '\r', Separator])
                ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : cell;
    }
}
