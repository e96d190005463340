using System.Text;
using Cwa.Tests;

namespace Cwa.Model.Tests;

/// <summary>A template shows the columns with a row that can be imported as it is.</summary>
public sealed class ImportTemplateTests
{
    public static TheoryData<string> Kinds => [.. Imports.Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_template_is_imported_without_a_fault(string name)
    {
        var kind = Imports.Find(name)!;
        await using var text = await KindFile.PreparedAsync(TestDatabase.Sqlite, name);
        await using var workbook = await KindFile.PreparedAsync(TestDatabase.Sqlite, name);

        var fromText = await text.ImportAsync(name, ImportTemplate.Csv(kind));
        var fromWorkbook = await workbook.ImportAsync(name, ImportTemplate.Workbook(kind));

        Assert.Empty(fromText.Errors);
        Assert.Empty(fromWorkbook.Errors);
        Assert.Equal((1, 1), (fromText.Inserted + fromText.Updated, fromWorkbook.Inserted + fromWorkbook.Updated));
        Assert.Equal((null, name), (fromText.Understood!.Sheet, fromWorkbook.Understood!.Sheet));
        Assert.Equal(ImportTemplate.ColumnsOf(kind), fromText.Understood.Columns.Select(column => column.Name));
        Assert.Equal(fromText.Understood.Columns, fromWorkbook.Understood.Columns);
    }

    [Fact]
    public void An_example_gives_every_column_that_is_required()
    {
        Assert.All(Imports.Kinds, kind => Assert.Empty(kind.Example.Keys.Except(ImportTemplate.ColumnsOf(kind))));
        Assert.StartsWith(
            "abbreviation,name,kind,",
            Encoding.UTF8.GetString(ImportTemplate.Csv(Imports.Find("agencies")!)).TrimStart('\uFEFF'),
            StringComparison.Ordinal
        );
    }
}
