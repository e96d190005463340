namespace Cwa.Model.Tests;

public sealed class DesignationsTests
{
    private static readonly DateOnly Day = new(1998, 4, 1);

    private readonly Agency _department = Samples.Agency(),
        _bureau,
        _office;

    public DesignationsTests()
    {
        _bureau = Samples.Agency(_department);
        _office = Samples.Agency(_bureau);
    }

    [Fact]
    public void A_person_serves_from_the_day_of_the_designation_until_the_day_before_it_ends()
    {
        var pat = Samples.Liaison(_department, designatedOn: new(1998, 3, 10));
        pat.End(new(1998, 4, 1));
        var sam = Samples.Liaison(_department, "Sam Brown", designatedOn: new(1998, 4, 1));
        var designations = With(sam, pat);

        Assert.Null(designations.Own(_department.Id, new(1998, 3, 9)));
        Assert.Equal(pat, designations.Own(_department.Id, new(1998, 3, 10)));
        Assert.Equal(pat, designations.Own(_department.Id, new(1998, 3, 31)));
        Assert.Equal(sam, designations.Own(_department.Id, new(1998, 4, 1)));
        Assert.Equal([pat, sam], designations.Of(_department.Id));
    }

    [Fact]
    public void The_nearest_agency_above_whose_designation_covers_components_speaks_for_one()
    {
        var far = Samples.Liaison(_department, coverage: Coverage.SelfAndComponents);
        var near = Samples.Liaison(_bureau, coverage: Coverage.SelfAndComponents);

        Assert.Equal(near, With(far, near).Covering(_office, Day));
        Assert.Equal(far, With(far, Samples.Liaison(_bureau)).Covering(_office, Day));
        Assert.Null(With(Samples.Liaison(_department)).Covering(_office, Day));
        Assert.Null(With(far).Covering(_department, Day));
    }

    [Fact]
    public void The_nearest_liaison_is_known_even_if_nobody_speaks_for_the_agency()
    {
        var (far, near, own) = (Samples.Liaison(_department), Samples.Liaison(_bureau), Samples.Liaison(_office));

        Assert.Equal(own, With(far, near, own).Nearest(_office, Day));
        Assert.Equal(near, With(far, near).Nearest(_office, Day));
        Assert.Equal(far, With(far).Nearest(_office, Day));
        Assert.Null(With(near).Nearest(_department, Day));
        Assert.Null(With(far).Nearest(_office, far.DesignatedOn.AddDays(-1)));
    }

    [Fact]
    public void The_day_since_when_an_agency_has_had_no_liaison_is_known()
    {
        var own = Samples.Liaison(_bureau, designatedOn: new(1998, 3, 10));
        own.End(new(1998, 3, 12));
        var covering = Samples.Liaison(_department, coverage: Coverage.SelfAndComponents);
        covering.End(new(1998, 3, 20));
        var forItself = Samples.Liaison(_department, designatedOn: new(1998, 3, 20));
        forItself.End(new(1998, 3, 25));
        var designations = With(own, covering, forItself);

        Assert.Equal(covering, designations.SpeakingFor(_bureau, new(1998, 3, 12)));
        Assert.Null(designations.SpeakingFor(_bureau, new(1998, 3, 20)));
        Assert.Equal(new DateOnly(1998, 3, 12), designations.LastEnd(_bureau, new(1998, 3, 19)));
        Assert.Equal(new DateOnly(1998, 3, 20), designations.LastEnd(_bureau, new(1998, 3, 20)));
        Assert.Equal(new DateOnly(1998, 3, 20), designations.LastEnd(_bureau, Day));
        Assert.Equal(new DateOnly(1998, 3, 25), designations.LastEnd(_department, Day));
        Assert.Null(With().LastEnd(_bureau, Day));
    }

    [Fact]
    public void An_agencys_own_liaison_speaks_for_it_before_the_one_above()
    {
        var covering = Samples.Liaison(_department, coverage: Coverage.SelfAndComponents);
        var own = Samples.Liaison(_bureau);

        Assert.Equal(own, With(covering, own).SpeakingFor(_bureau, Day));
        Assert.Equal(covering, With(covering, own).SpeakingFor(_office, Day));
    }

    [Fact]
    public void The_agencies_above_are_told_the_nearest_first_as_far_as_they_are_known()
    {
        Assert.Equal([_bureau, _department], With().Above(_office));
        Assert.Empty(With().Above(_department));
        Assert.Equal([_bureau], new Designations([_bureau, _office], []).Above(_office));
    }

    private Designations With(params Liaison[] liaisons) => new([_department, _bureau, _office], liaisons);
}
