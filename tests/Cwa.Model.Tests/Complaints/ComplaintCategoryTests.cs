namespace Cwa.Model.Tests;

public sealed class ComplaintCategoryTests
{
    [Fact]
    public void A_category_keeps_its_name_and_the_form_in_which_it_is_searched()
    {
        Guid id = Guid.NewGuid(),
            agency = Guid.NewGuid();

        var category = new ComplaintCategory(agency, " Löng  waits ", TopCategory.Timeliness, id, Samples.Noon);

        Assert.Equal(
            (id, agency, "Löng  waits", "LONG WAITS", TopCategory.Timeliness, Samples.Noon),
            (category.Id, category.AgencyId, category.Name, category.NameSearch, category.Top, category.RecordedAt)
        );
    }

    [Fact]
    public void Each_has_an_id_of_its_own() => Assert.NotEqual(Of(1).Id, Of(1).Id);

    [Fact]
    public void A_name_has_at_most_a_hundred_characters()
    {
        Assert.Equal(100, Of(100).Name.Length);
        Assert.Throws<ArgumentException>(() => Of(101));
    }

    [Fact]
    public void A_common_term_is_one_of_those_listed() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplaintCategory(Guid.NewGuid(), "Waits", 0));

    private static ComplaintCategory Of(int length) => new(Guid.NewGuid(), new('x', length), TopCategory.Timeliness);
}
